import { get, part, post } from './http';
import type { Count, Page, Text } from './types';

export type Flow = { state?: string; reason?: string; sequence?: Count; rows?: Count; badRows?: Count; updatedAt?: string | null };
export type ResourceRow = { id: string; code?: string; title: Text; department: string; departmentTitle?: Text; shareType: string; updateCycle?: string; flow?: Flow | null };
export type Department = { code: string; title: Text };
export type Facet = { value: string; count: number };
export type Resources = Page<ResourceRow> & { facets?: Record<string, Facet[]> };
export type ResourceField = { name: string; title?: Text; sourceType?: string; length?: number | null; nullable?: boolean; key?: boolean; element?: string | null };
export type ResourceVersion = { version?: number | null; fingerprint: string | number; state: 'ACCEPTED' | 'PENDING'; observedAt?: string | null; acceptedAt?: string | null; acceptedBy?: string | null; fields?: ResourceField[] };
export type Need = { scene: string; resource: string; fields: string[]; purpose?: Text; legalBasis?: Text; state: 'REQUESTED' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN'; requestedAt?: string | null; decidedAt?: string | null; decidedBy?: string | null; decisionBasis?: string };
export type Resource = ResourceRow & {
  abstract?: Text;
  shareCondition?: Text;
  shareBasis?: Text;
  openType?: string;
  fields: ResourceField[];
  versions: ResourceVersion[];
  needs?: Need[];
  quality?: { findings?: Record<string, number>; source?: string } | null;
};

export const departments = () => get<Department[]>('/departments');
export const resources = (query: { q?: string; department?: string; shareType?: string; page?: number; size?: number }) => get<Resources>('/resources', query);
export const resource = (id: string) => get<Resource>('/resources/' + part(id));
export async function sample(id: string, purpose: string): Promise<Record<string, unknown>[]> {
  const answer = await get<Record<string, unknown>[] | { rows: Record<string, unknown>[] }>('/resources/' + part(id) + '/rows', { purpose });
  return Array.isArray(answer) ? answer : answer.rows;
}
export const accept = (id: string, fingerprint: string | number) => post<unknown>('/resources/' + part(id) + '/versions/' + part(fingerprint) + '/accept');
export const decideNeed = (need: Need, granted: boolean, basis: string) => post<Need>(`/needs/${part(need.scene)}/${part(need.resource)}/decide`, { granted, basis });
