import { get, part } from './http';
import type { ReceiptLink, Text } from './types';

export type Source = {
  definition: Text;
  query?: string | null;
  asOf?: string | null;
  rows?: Record<string, unknown>[];
  rowCount?: number;
  receipts?: ReceiptLink[];
  links?: { rel: string; href: string; title?: Text }[];
};

export const source = (id: string, signal?: AbortSignal) => get<Source>('/sources/' + part(id), undefined, signal);
