import { get, part, post } from './http';
import type { GoldenField, Ground, SourceRecord, When } from './registry';
import type { Place, Text } from './types';
import { pageOf } from './types';

export type FirmSearch = { code?: string; name?: string; phone?: string; address?: string };
export type FirmHit = { ref: string; name: string; creditCode: string; status: Text; region?: Place | null; way: string };
export type Position = { role: Text; ref?: string | null; name: string; detail?: string | null; from?: string | null; to?: string | null; receipt: string };
export type FirmRecord = { ref: string; name: string; creditCode: string; place?: Place | null; fields: GoldenField[]; people: Position[]; records: SourceRecord[] };
export type FirmRole = { role: Text; firm?: string | null; name: string; detail?: string | null; from?: string | null; to?: string | null; receipt: string };
export type FieldChange = { validFrom: string; knownAt: string; field: string; label: Text; before?: Text | null; after?: Text | null; resource: string; receipt: string };

export const searchFirms = async (question: FirmSearch) => pageOf(await post<FirmHit[] | { rows: FirmHit[] }>('/registry/firms/search', question)).rows;
export const firm = (ref: string, ground: { purpose?: string; legalBasis?: string }, when: When = {}) => get<FirmRecord>('/registry/firms/' + part(ref), { ...ground, ...when });
export const firmsOf = (ref: string, purpose: string, legalBasis: string) => get<FirmRole[]>('/registry/persons/' + part(ref) + '/firms', { purpose, legalBasis });
export const changes = (kind: string, ref: string, ground: Partial<Ground> = {}) => get<FieldChange[]>('/registry/entities/' + part(ref) + '/changes', { kind, ...ground });
