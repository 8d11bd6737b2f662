import { get, part } from './http';
import type { Figure, Text } from './types';

export type Point = { period: string; figure: Figure; yearOnYear?: Figure | null; periodOnPeriod?: Figure | null; revised: number; open: boolean };
export type Series = { code: string; title: Text; unit: Text; caliber: Text; resource: string; points: Point[] };
export type Revision = { period: string; before: number; after: number; rows: number; knownAt: string; cityDay: string };

export const allSeries = () => get<Series[]>('/economy/series');
export const oneSeries = (code: string, by: string, asKnown?: string) => get<Series>('/economy/series/' + part(code), { by, asKnown });
export const revisions = (code: string) => get<Revision[]>('/economy/series/' + part(code) + '/revisions');
