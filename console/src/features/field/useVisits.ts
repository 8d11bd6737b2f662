import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { visits } from '../../api/field';
import { ApiProblem } from '../../api/http';
import { useMe } from '../../shared/useMe';
import { forgetVisits, keepOwner, keepVisits, keptOwner, keptVisits } from './store';

/** Who uses this phone; known without a signal from the last time there was one. Another person's visits are forgotten. */
export function useOwner(): string | null {
  const me = useMe();
  const [kept, setKept] = useState<string | null>(null);
  const login = me.data?.login;
  useEffect(() => {
    void keptOwner().then(setKept);
  }, []);
  useEffect(() => {
    if (!login) return;
    void keptOwner().then(async (before) => {
      if (before && before !== login) await forgetVisits();
      await keepOwner(login);
    });
  }, [login]);
  return login ?? kept;
}

async function visitsOrKept() {
  try {
    const fresh = await visits();
    await keepVisits(fresh);
    return { visits: fresh, kept: false };
  } catch (error) {
    const kept = error instanceof ApiProblem && (error.offline || error.status >= 500) ? await keptVisits() : null;
    if (!kept) throw error;
    return { visits: kept, kept: true };
  }
}

export const useVisits = () => useQuery({ queryKey: ['visits'], queryFn: visitsOrKept, refetchInterval: 30_000, retry: false });
