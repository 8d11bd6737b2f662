import { get, part, post } from './http';
import type { Place, Text } from './types';
import { pageOf } from './types';

export type PersonHit = { ref: string; maskedName: string; maskedId?: string; region?: Place | null };
export type PersonSearch = { idNumber?: string; name?: string; purpose: string; legalBasis: string };
export type GoldenField = { field: string; label?: Text; value: string | null; source: string; resource?: string; receipt?: string | null; masked?: boolean; others?: string[]; validFrom?: string | null; knownAt?: string | null };
export type HouseholdMember = { ref?: string; maskedName: string; relation?: string; from?: string | null; to?: string | null };
export type Household = { ref: string; kind: string; place?: Place | null; members?: HouseholdMember[]; relation?: string; from?: string | null; to?: string | null };
export type Person = { ref: string; maskedName: string; maskedId?: string; place?: Place | null; fields: GoldenField[]; households: Household[] };
export type Read = { at: string; by: string; department?: string; kind: 'SINGLE' | 'SET' | string; purpose: string; legalBasis?: string; fields?: string[] };

export const search = async (question: PersonSearch) => pageOf(await post<PersonHit[] | { rows: PersonHit[] }>('/registry/persons/search', question)).rows;
export const person = (ref: string, purpose: string, legalBasis: string) => get<Person>('/registry/persons/' + part(ref), { purpose, legalBasis });
export const reads = async (ref: string) => pageOf(await get<Read[] | { rows: Read[]; total: number }>('/registry/persons/' + part(ref) + '/reads'));
export const household = (ref: string, purpose: string, legalBasis: string) => get<Household & { members: HouseholdMember[] }>('/registry/households/' + part(ref), { purpose, legalBasis });
