import { get, part, post } from './http';
import type { Text } from './types';

export type Standing = { kind: 'PENALTY' | 'INSPECTION' | 'RED_LIST' | 'BLACK_LIST'; severity?: 'MINOR' | 'GENERAL' | 'SERIOUS' | null; shortest?: string | null; longest?: string | null; done: boolean; repair: 'NONE' | 'BY_DECISION' | 'BY_REMOVAL' | 'BY_OFFICER'; rule: string; law?: Text | null };
export type Mark = 'DISPUTED' | 'WITHHELD';
export type Objection = { id: string; record: string; resource: string; column: string; seen?: string | null; wanted: string; reason: string; raisedBy: string; raisedAt: string; state: string; answer: string; closedAt?: string | null; receipt?: string | null };
export type Repair = { id: string; record: string; resource: string; severity: string; rule: string; shortest: string; commitment: string; proofs: string[]; askedBy: string; askedAt: string; state: string; decidedBy?: string | null; decidedAt?: string | null; reason: string; answer: string; closedAt?: string | null; receipt?: string | null };
export type Obstacle = { code: string; zh: string; en: string; detail: string };
export type CreditFile = { record: string; standing: Standing; items: { column: string; title: Text }[]; obstacle?: Obstacle | null; mayDecide: boolean; objections: Objection[]; repairs: Repair[] };
export type OpenFiles = { objections: Objection[]; repairs: Repair[] };

export const creditFile = (record: string) => get<CreditFile>('/credit/files/' + part(record));
export const openFiles = () => get<OpenFiles>('/credit/files');
export const objectTo = (record: string, words: { column?: string; wanted?: string; reason: string }) => post<Objection>('/credit/objections', { record, ...words });
export const uphold = (id: string, reason: string) => post<Objection>('/credit/objections/' + part(id) + '/answer', { reason });
export const applyForRepair = (record: string, words: { commitment: string; proofs: string[] }) => post<Repair>('/credit/repairs', { record, ...words });
export const decideRepair = (id: string, grant: boolean, reason: string) => post<Repair>('/credit/repairs/' + part(id) + '/decision', { grant, reason });
