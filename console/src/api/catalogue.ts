import { get, part, post } from './http';
import type { Count, Page, Text } from './types';

export type ResourceRow = {
  id: string;
  code?: string;
  title: Text;
  department: string;
  departmentTitle?: Text;
  shareType: string;
  status: string;
  updateCycle?: string;
  rowTotal?: Count;
  updatedAt?: string | null;
};
export type Facet = { value: string; title?: Text; count: number };
export type Resources = Page<ResourceRow> & { facets?: Record<string, Facet[]> };
export type ResourceField = { name: string; title?: Text; type: string; sourceType?: string; nullable?: boolean; key?: boolean; element?: string | null; masked?: boolean; badRate?: Count };
export type ResourceVersion = { version: number; fingerprint: string | number; acceptedAt?: string | null; observedAt?: string | null; pending?: boolean; fields?: ResourceField[]; changes?: Text[] };
export type Resource = ResourceRow & {
  abstract?: Text;
  dataLevel?: string;
  legalBasis?: Text;
  openType?: string;
  fields: ResourceField[];
  versions: ResourceVersion[];
  flow?: { state: string; sequence?: Count; rowTotal?: Count; badTotal?: Count; lastAt?: string | null } | null;
  needs?: { scene: string; sceneTitle?: Text; fields: string[]; purpose?: Text; legalBasis?: Text }[];
  quality?: { rule: Text; checked: Count; bad: Count }[];
};

export const resources = (query: { q?: string; department?: string; shareType?: string; page?: number; size?: number }) => get<Resources>('/resources', query);
export const resource = (id: string) => get<Resource>('/resources/' + part(id));
export const sample = (id: string, purpose: string) => get<{ rows: Record<string, unknown>[]; asOf?: string; source?: string }>('/resources/' + part(id) + '/rows', { purpose });
export const accept = (id: string, fingerprint: string | number) => post<unknown>('/resources/' + part(id) + '/versions/' + part(fingerprint) + '/accept');
export const ask = (id: string, request: { purpose: string; legalBasis: string; fields: string[] }) => post<{ id?: string; state?: string }>('/resources/' + part(id) + '/requests', request);
