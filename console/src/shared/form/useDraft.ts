import { useEffect, useRef } from 'react';
import type { FormValues } from '../../api/forms';

const KEPT = 'cb.draft.';
const FIELD = 'field:';

/** Drafts stay in the tab, except those of the field: a phone may close the page at any time. */
const storeFor = (key: string) => (key.startsWith(FIELD) ? localStorage : sessionStorage);
const EVERY = 5000;

function read(key: string | undefined): FormValues {
  if (!key) return {};
  try {
    return JSON.parse(storeFor(key).getItem(KEPT + key) ?? '{}') as FormValues;
  } catch {
    return {};
  }
}

/** Unfinished answers survive a reload. */
export function useDraft(key: string | undefined) {
  const latest = useRef<FormValues | null>(null);
  const save = useRef(() => {});
  useEffect(() => {
    save.current = () => {
      if (key && latest.current) storeFor(key).setItem(KEPT + key, JSON.stringify(latest.current));
      latest.current = null;
    };
    const timer = setInterval(() => save.current(), EVERY);
    const leave = () => save.current();
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [key]);
  const keep = (values: FormValues) => {
    latest.current = values;
  };
  const forget = () => {
    latest.current = null;
    if (key) storeFor(key).removeItem(KEPT + key);
  };
  return { draft: read(key), keep, forget };
}
