import type { ReactNode } from 'react';

export type Column<T> = {
  key: string;
  title: string;
  width?: number | string;
  align?: 'left' | 'right' | 'center';
  /** What a person reads; `text` is used when absent. */
  show?: (row: T) => ReactNode;
  /** What goes into the exported file and what sorting compares. */
  text: (row: T) => string | number | null | undefined;
  sort?: boolean;
  hidden?: boolean;
};

const KEPT = 'cb.columns.';

/** The columns a user has chosen for a table, kept per browser. */
export function keptColumns(table: string): string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT + table) ?? 'null');
    return Array.isArray(kept) ? kept.map(String) : null;
  } catch {
    return null;
  }
}

export const keepColumns = (table: string, keys: string[]) => localStorage.setItem(KEPT + table, JSON.stringify(keys));

export function compare(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (a == null || b == null) return (a == null ? 1 : 0) - (b == null ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'zh-CN', { numeric: true });
}
