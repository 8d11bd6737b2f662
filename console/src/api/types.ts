/** Words that several rooms share. */

export type Bilingual = { zh: string; en?: string };
export type Text = Bilingual | string;

/** A figure never travels without its source: see design seam 16. */
export type Figure = { value: number | string | null; unit?: string; source: string; asOf?: string | null };

/** Some answers carry plain counts; they become figures at the edge, with the source that the answer belongs to. */
export type Count = Figure | number | string | null | undefined;

export function figureOf(count: Count, source: string, unit = '', asOf?: string | null): Figure {
  if (count != null && typeof count === 'object') return count;
  return { value: count ?? null, unit, source, asOf };
}

export type Place = { code: string; name: string };
export type Light = 'OVERDUE' | 'NEAR' | 'ON_TIME' | 'PAUSED';
export type Page<T> = { rows: T[]; total: number };

/** Lists come bare or as a page; pages of the console see one shape. */
export function pageOf<T>(answer: T[] | { rows?: T[]; total?: number }): Page<T> {
  const rows = Array.isArray(answer) ? answer : (answer.rows ?? []);
  return { rows, total: Array.isArray(answer) ? rows.length : (answer.total ?? rows.length) };
}

export type ReceiptLink = { resource: string; lane: number; sequence: number; row?: number; root?: string };
