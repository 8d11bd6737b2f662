import { get, part, post } from './http';
import type { Figure, Place, Text } from './types';
import { pageOf } from './types';

/** Why and on which law a person's record is read. */
export type Ground = { purpose: string; legalBasis: string };
export type PersonHit = { ref: string; maskedName: string; maskedId?: string; region?: Place | null; way?: string };
export type PersonSearch = { idNumber?: string; name?: string; phone?: string; address?: string; purpose: string; legalBasis: string };
export type GoldenField = { field: string; label?: Text; value: string | null; words?: Text | null; source: string; resource?: string; receipt?: string | null; masked?: boolean; others?: string[]; validFrom?: string | null; knownAt?: string | null; correction?: string | null };
export type HouseholdMember = { ref?: string; maskedName: string; relation?: Text; from?: string | null; to?: string | null };
export type Household = { ref: string; kind: Text; place?: Place | null; members?: HouseholdMember[]; relation?: Text; from?: string | null; to?: string | null };
export type Person = { ref: string; maskedName: string; maskedId?: string; place?: Place | null; fields: GoldenField[]; households: Household[]; records?: SourceRecord[] };
export type SourceRecord = { record: number; resource: string; receipt: string; validFrom: string; knownAt: string };
export type When = { asOf?: string; asKnown?: string; unmask?: boolean };
export type EntityEvent = { at: string; what: string; entity: string; other: string; records: number; cause: string; by: string; reason: string; ruling?: number | null; standing: boolean };
export type Correction = { id: string; field: string; resource: string; seen?: string | null; wanted: string; reason: string; askedBy: string; askedAt: string; state: string; answer?: string; closedAt?: string | null; receipt?: string | null };
export type Side = { record: number; entity: string; resource: string; maskedName: string; receipt: string };
export type Doubt = { id: number; kind: string; cause: string; bits: number; foundAt: string; left: Side; right: Side };
export type Step = { field: string; level: string; left: string; right: string; bits: number; total: number };
export type Explained = { doubt: Doubt; steps: Step[]; link: number; clerical: number };
export type QualityCard = { resource: string; title: Text; measures: { name: string; label: Text; figure: Figure }[] };
export type Read = { at: string; by: string; department?: string; kind: 'SINGLE' | 'SET' | string; purpose: string; legalBasis?: string; fields?: string[] };

export const search = async (question: PersonSearch) => pageOf(await post<PersonHit[] | { rows: PersonHit[] }>('/registry/persons/search', question)).rows;
export const person = (ref: string, purpose: string, legalBasis: string, when: When = {}) => get<Person>('/registry/persons/' + part(ref), { purpose, legalBasis, ...when });
export const reads = async (ref: string) => pageOf(await get<Read[] | { rows: Read[]; total: number }>('/registry/persons/' + part(ref) + '/reads'));
export const household = (ref: string, purpose: string, legalBasis: string) => get<Household & { members: HouseholdMember[] }>('/registry/households/' + part(ref), { purpose, legalBasis });

export const history = (ref: string, ground: Partial<Ground> = {}) => get<EntityEvent[]>('/registry/entities/' + part(ref) + '/history', ground);
export const corrections = (plural: string, ref: string, ground: Partial<Ground> = {}) => get<Correction[]>('/registry/' + plural + '/' + part(ref) + '/corrections', ground);
export const correct = (plural: string, ref: string, correction: { field: string; wanted: string; reason: string }) => post<Correction>('/registry/' + plural + '/' + part(ref) + '/corrections', correction);
export const doubts = async (kind: string, page: number) => pageOf(await get<Doubt[]>('/registry/doubts', { kind, page }));
export const doubt = (id: number, purpose: string, legalBasis: string) => get<Explained>('/registry/doubts/' + id, { purpose, legalBasis });
export const rule = (id: number, same: boolean, reason: string) => post<{ ruling: number }>('/registry/doubts/' + id + '/ruling', { same, reason });
export const merge = (a: string, b: string, reason: string) => post<{ ruling: number }>('/registry/merges', { a, b, reason });
export const undo = (ruling: number, reason: string) => post<void>('/registry/rulings/' + ruling + '/undo', { reason });
export const quality = (kind: string) => get<QualityCard[]>('/registry/quality', { kind });
