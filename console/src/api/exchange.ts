import { get, part, post } from './http';
import type { Count, Figure, Page, Text } from './types';
import { pageOf } from './types';

export type Lane = { resource: string; title?: Text; department: string; lane: number; state: 'FLOWING' | 'HELD' | 'PARKED'; reason?: string | null; sequence: Count; rows: Count; badRows: Count; openFindings?: Count; updatedAt?: string | null };
export type Lanes = Page<Lane> & { figures: Record<string, Figure> };
export type Station = { id: string; title?: Text; state: string; counts: { label: Text; figure: Figure }[]; mend?: Text | null };
export type Batch = {
  resource: string;
  lane: number;
  sequence: number;
  verdict: string;
  reason?: string | null;
  rowCount: number;
  goodRows: number;
  badRows: number;
  root: string;
  signature?: string;
  node: string;
  closedAt?: string;
  sourceTime?: string;
  receivedAt?: string;
  place?: { topic: string; partition: number; offset: number } | null;
};
export type LaneDetail = { resource: string; title?: Text; lanes: { lane: number; state: string; reason?: string | null }[]; stations: Station[]; batches: Page<Batch> };
export type OpenedBatch = { batch: Batch; fingerprint?: string; keys?: { node: string; publicKeyHex: string; validFrom?: number | string }[] };
export type ExchangeFinding = {
  id: number;
  resource: string;
  lane: number;
  sequence: number;
  row: number;
  rowKey?: string | null;
  field?: string;
  code: string;
  severity: string;
  args: Record<string, string>;
  excerpt?: string | null;
  place?: string;
  foundAt: string;
  state: string;
};

const at = (resource: string, lane: number, sequence: number) => [resource, lane, sequence].map(part).join('/');

export async function lanes(): Promise<Lanes> {
  const answer = await get<Lane[] | (Page<Lane> & { figures?: Record<string, Figure> })>('/exchange/lanes');
  return { ...pageOf(answer), figures: Array.isArray(answer) ? {} : (answer.figures ?? {}) };
}
export const waiting = () => get<{ waiting: Figure; failing: Figure; oldest: Figure }>('/decisions/waiting');
export const lane = (resource: string, page = 0, size = 20) => get<LaneDetail>('/exchange/lanes/' + part(resource), { page, size });
export const batch = (resource: string, laneNo: number, sequence: number) => get<OpenedBatch>('/exchange/batches/' + at(resource, laneNo, sequence));
export const findings = async (query: { resource?: string; department?: string; state?: string; page?: number; size?: number }) =>
  pageOf(await get<ExchangeFinding[] | Page<ExchangeFinding>>('/exchange/findings', query));
export const setFinding = (id: number, state: string) => post<unknown>('/exchange/findings/' + id, { state });
export const proofAddress = (resource: string, laneNo: number, sequence: number, row: number) => '/api/exchange/proofs/' + at(resource, laneNo, sequence) + '/' + row;
