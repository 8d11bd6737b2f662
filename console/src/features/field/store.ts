import type { FieldItem, Visit } from '../../api/field';
import type { Text } from '../../api/types';

/** A finished visit that waits for the signal; `refused` says why the server did not take it. */
export type Waiting = FieldItem & { owner: string; title: Text; place?: string; refused?: Text };

const NAME = 'citybrain-field';
const QUEUE = 'queue';
const KEPT = 'kept';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(QUEUE, { keyPath: 'clientId' });
      request.result.createObjectStore(KEPT);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function inStore<T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(name, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const result = await settled(work(transaction.objectStore(name)));
  // A write counts only when its transaction is through.
  if (mode === 'readwrite') await done;
  return result;
}

export const waiting = () => inStore<Waiting[]>(QUEUE, 'readonly', (store) => store.getAll());
export const enqueue = (item: Waiting) => inStore(QUEUE, 'readwrite', (store) => store.put(item));
export const dequeue = (clientId: string) => inStore(QUEUE, 'readwrite', (store) => store.delete(clientId));

export const keepVisits = (visits: Visit[]) => inStore(KEPT, 'readwrite', (store) => store.put(visits, 'visits'));
export const keptVisits = async () => (await inStore<Visit[] | undefined>(KEPT, 'readonly', (store) => store.get('visits'))) ?? null;
export const keepOwner = (login: string) => inStore(KEPT, 'readwrite', (store) => store.put(login, 'owner'));
export const keptOwner = async () => (await inStore<string | undefined>(KEPT, 'readonly', (store) => store.get('owner'))) ?? null;
export const forgetVisits = () => inStore(KEPT, 'readwrite', (store) => store.delete('visits'));
