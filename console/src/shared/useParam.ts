import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A filter that lives in the address; setting one goes back to the first page. */
export function useParam<T extends string = string>(name: string, start: NoInfer<T>): [T, (value: T | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: T | undefined) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value && value !== start) next.set(name, value);
          else next.delete(name);
          if (!name.endsWith('page')) next.delete('page');
          return next;
        },
        { replace: true },
      ),
    [name, start, setParams],
  );
  return [(params.get(name) as T | null) ?? start, set];
}

/** A page may hold two lists: the second names its own parameter. */
export function usePaging(size = 50, name = 'page'): { page: number; size: number; onPage: (page: number) => void } {
  const [page, setPage] = useParam(name, '0');
  return { page: Math.max(0, Number(page) || 0), size, onPage: (next) => setPage(String(next)) };
}
