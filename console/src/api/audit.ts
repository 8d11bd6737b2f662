import { get } from './http';
import type { Page } from './types';
import { pageOf } from './types';

export type AuditEntry = { id: string | number; at: string; by: string; event: string; room?: string; subject?: string | null; purpose?: string | null; legalBasis?: string | null; outcome?: string; address?: string; hash?: string };

export async function auditTrail(query: { by?: string; event?: string; from?: string; to?: string; page?: number; size?: number }): Promise<Page<AuditEntry>> {
  return pageOf(await get<AuditEntry[] | Page<AuditEntry>>('/audit', query));
}
