import { sync } from '../../api/field';
import type { SyncResult } from '../../api/field';
import { dequeue, enqueue, waiting } from './store';
import type { Waiting } from './store';

const REFUSED = /^(REFUSED|FAILED|ERROR)$/i;

const wire = ({ clientId, taskId, values, doneAt, position, photos }: Waiting) => ({ clientId, taskId, values, doneAt, position, photos });

let running: Promise<number> | null = null;

/**
 * Sends what waits, one item at a time so that one bad photo does not hold the rest. The server knows each item by its
 * clientId, so a lost answer is harmless. Returns how many were taken; throws when the server cannot be reached.
 */
export function syncQueue(owner: string, send: (item: ReturnType<typeof wire>) => Promise<SyncResult[]> = (item) => sync([item])): Promise<number> {
  running ??= run(owner, send).finally(() => {
    running = null;
  });
  return running;
}

async function run(owner: string, send: (item: ReturnType<typeof wire>) => Promise<SyncResult[]>): Promise<number> {
  let taken = 0;
  const items = (await waiting()).filter((item) => item.owner === owner && !item.refused);
  for (const item of items.sort((a, b) => a.doneAt.localeCompare(b.doneAt))) {
    const result = (await send(wire(item))).find((one) => one.clientId === item.clientId);
    if (!result) continue;
    if (REFUSED.test(result.state)) await enqueue({ ...item, refused: result.reason ?? result.title ?? result.state });
    else {
      await dequeue(item.clientId);
      taken += 1;
    }
  }
  return taken;
}
