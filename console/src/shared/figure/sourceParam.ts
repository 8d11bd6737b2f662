import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export const SOURCE_PARAM = 'source';

/** Opens the source drawer; the address keeps it, so a shared link shows the same drawer. */
export function useSourceDrawer(): (id: string | null) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (id) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (id) next.set(SOURCE_PARAM, id);
        else next.delete(SOURCE_PARAM);
        return next;
      }),
    [setParams],
  );
}
