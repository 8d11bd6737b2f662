import { get, part, post } from './http';
import type { Count, Page, Text } from './types';
import { pageOf } from './types';

export type Lane = { resource: string; title?: Text; department: string; departmentTitle?: Text; lane: number; state: 'FLOWING' | 'HELD' | 'PARKED'; reason?: string | null; sequence: Count; rowTotal: Count; badTotal: Count; updatedAt?: string | null; sourceTime?: string | null; delaySeconds?: Count };
export type Station = { id: 'source' | 'gateway' | 'kafka' | 'intake' | 'pool'; state: 'OK' | 'WAITING' | 'FAILED'; count: Count; unit?: string; at?: string | null; note?: Text | null; mend?: Text | null };
export type Batch = { resource: string; lane: number; sequence: number; verdict: string; reason?: string | null; rowCount: Count; goodRows: Count; badRows: Count; root: string; node: string; fingerprint?: string | number; signature?: string; closedAt?: string; sourceTime?: string; receivedAt?: string; knownAt?: string; kafkaTopic?: string; kafkaPartition?: number; kafkaOffset?: number };
export type LaneDetail = { resource: string; title?: Text; state: string; reason?: string | null; stations: Station[]; batches: Batch[]; total?: number };
export type ExchangeFinding = { id: number; resource: string; lane: number; sequence: number; rowNo: number; rowKeyMasked?: string; field?: string; code: string; severity: string; title?: Text; mend?: Text; excerpt?: string; foundAt: string; state: string };

const at = (resource: string, lane: number, sequence: number) => [resource, lane, sequence].map(part).join('/');

export const lanes = async () => pageOf(await get<Lane[] | Page<Lane>>('/exchange/lanes'));
export const lane = (resource: string, page = 0) => get<LaneDetail>('/exchange/lanes/' + part(resource), { page });
export const batch = (resource: string, laneNo: number, sequence: number) => get<Batch>('/exchange/batches/' + at(resource, laneNo, sequence));
export const findings = async (query: { resource?: string; department?: string; state?: string; page?: number; size?: number }) =>
  pageOf(await get<ExchangeFinding[] | Page<ExchangeFinding>>('/exchange/findings', query));
export const setFinding = (id: number, state: string) => post<unknown>('/exchange/findings/' + id + '/state', { state });
export const proofAddress = (resource: string, laneNo: number, sequence: number, row: number) => '/api/exchange/proofs/' + at(resource, laneNo, sequence) + '/' + row;
