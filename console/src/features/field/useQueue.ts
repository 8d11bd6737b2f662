import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { dequeue, enqueue, waiting } from './store';
import type { Waiting } from './store';
import { syncQueue } from './syncQueue';

const EVERY = 15_000;

export type Queue = { items: Waiting[]; online: boolean; syncing: boolean; add: (item: Waiting) => Promise<void>; drop: (clientId: string) => Promise<void>; syncNow: () => Promise<void> };

/** The queue of finished visits: kept on the phone first, sent when there is a signal. */
export function useQueue(owner: string | null): Queue {
  const client = useQueryClient();
  const [items, setItems] = useState<Waiting[]>([]);
  const [online, setOnline] = useState(navigator.onLine);
  const [syncing, setSyncing] = useState(false);
  const refresh = useCallback(async () => setItems((await waiting()).filter((item) => item.owner === owner)), [owner]);
  const syncNow = useCallback(async () => {
    if (!owner || !(await waiting()).some((item) => item.owner === owner && !item.refused)) return;
    setSyncing(true);
    try {
      const taken = await syncQueue(owner);
      setOnline(true);
      if (taken) await client.invalidateQueries({ queryKey: ['visits'] });
    } catch {
      // Still no way to the server: everything stays on the phone and is tried again.
      setOnline(navigator.onLine);
    } finally {
      setSyncing(false);
      await refresh();
    }
  }, [owner, client, refresh]);
  useEffect(() => {
    const changed = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) void syncNow();
    };
    const seen = () => document.visibilityState === 'visible' && void syncNow();
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(() => void syncNow(), EVERY);
    void refresh().then(syncNow);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
    };
  }, [refresh, syncNow]);
  const add = async (item: Waiting) => {
    await enqueue(item);
    await refresh();
    void syncNow();
  };
  const drop = async (clientId: string) => {
    await dequeue(clientId);
    await refresh();
  };
  return { items, online, syncing, add, drop, syncNow };
}
