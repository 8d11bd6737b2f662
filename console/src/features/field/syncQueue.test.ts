import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { dequeue, enqueue, waiting } from './store';
import type { Waiting } from './store';
import { syncQueue } from './syncQueue';

const visit = (clientId: string, owner = 'grid-worker-1'): Waiting => ({ clientId, owner, taskId: 't-' + clientId, values: { size: 3 }, doneAt: '2026-11-21T06:00:0' + clientId.length + 'Z', position: null, photos: [], title: 'visit' });
const ids = async () => (await waiting()).map((item) => item.clientId).sort();

beforeEach(async () => {
  for (const item of await waiting()) await dequeue(item.clientId);
});

it('sends each visit once and forgets it only when it was taken', async () => {
  await enqueue(visit('a'));
  await enqueue(visit('bb'));
  const sent: string[] = [];
  const taken = await syncQueue('grid-worker-1', async (item) => {
    sent.push(item.clientId);
    return [{ clientId: item.clientId, state: 'DONE' }];
  });
  expect(sent).toEqual(['a', 'bb']);
  expect(taken).toBe(2);
  expect(await ids()).toEqual([]);
});

it('keeps everything when the signal is lost half way', async () => {
  await enqueue(visit('a'));
  await enqueue(visit('bb'));
  const lost = syncQueue('grid-worker-1', async (item) => {
    if (item.clientId === 'bb') throw new Error('no signal');
    return [{ clientId: item.clientId, state: 'DONE' }];
  });
  await expect(lost).rejects.toThrow('no signal');
  expect(await ids()).toEqual(['bb']);
});

it('keeps a refused visit with the reason and does not send it again', async () => {
  await enqueue(visit('a'));
  let sent = 0;
  const refuse = async (item: { clientId: string }) => {
    sent += 1;
    return [{ clientId: item.clientId, state: 'REFUSED', reason: { zh: '任务已办结', en: 'already done' } }];
  };
  await syncQueue('grid-worker-1', refuse);
  await syncQueue('grid-worker-1', refuse);
  expect(sent).toBe(1);
  expect((await waiting())[0]?.refused).toEqual({ zh: '任务已办结', en: 'already done' });
});

it("never sends another person's visits", async () => {
  await enqueue(visit('a', 'grid-worker-2'));
  expect(await syncQueue('grid-worker-1', async () => [])).toBe(0);
  expect(await ids()).toEqual(['a']);
});
