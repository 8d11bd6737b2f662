import { get, post } from './http';
import type { Page, Text } from './types';
import { pageOf } from './types';

export type AuditEntry = { writer: string; sequence: number; at: string; actor: string; event: string; subject?: string | null; details?: string | null; hash?: string };
export type AuditEventName = { slug: string; title: Text; weight?: string };
export type Verification = { holds: boolean; entries: number; writers: number; anchors: number; faults: string[] };
export type AuditQuestion = { actor?: string; event?: string; subject?: string; from?: string; until?: string; page?: number; size?: number };

export const auditTrail = async (query: AuditQuestion) => pageOf(await get<AuditEntry[] | Page<AuditEntry>>('/audit', query));
export const auditEvents = () => get<AuditEventName[]>('/audit/events');
export const verify = () => post<Verification>('/audit/verify');
