import { get, part, post } from './http';
import type { Count, Text } from './types';
import { pageOf } from './types';

export type SceneRow = { id: string; title: Text; version: string; owner?: string; lead?: Text; label?: string; job?: { desired?: string; state?: string; findings?: string[] } | null; summary?: Text; mode?: string; state: string; alerts?: Count; cases?: Count };
export type Parameter = { id: string; title: Text; unit?: string; values: { from: string; value: number | string; basis: Text; by?: string; verified?: boolean }[] };
export type SceneVersion = { version: string; installedAt?: string | null; installedBy?: string };
export type SceneFinding = { number?: string; severity: string; file?: string; text: Text; mend?: Text };
export type Scene = SceneRow & {
  purpose?: Text;
  needs: { resource: string; fields: string[]; purpose?: Text; legalBasis?: Text; freshness?: string; granted?: boolean }[];
  parameters: Parameter[];
  rules: { id: string; title?: Text; version?: string; file?: string; lines?: Text[] }[];
  streams: { id: string; file?: string; title?: Text; state: string }[];
  findings: SceneFinding[];
  versions?: SceneVersion[];
};

export const scenes = async () => pageOf(await get<SceneRow[] | { rows: SceneRow[] }>('/scenes')).rows;
export const scene = (id: string) => get<Omit<Scene, 'findings'> & { findings?: SceneFinding[] }>('/scenes/' + part(id));
export const deploy = (id: string) => post<{ state?: string; findings?: SceneFinding[] }>('/scenes/' + part(id) + '/deploy');
export const setParameter = (scene: string, change: { id: string; value: number | string; from: string; basis: string }) => post<unknown>('/scenes/' + part(scene) + '/parameters', change);
export const putInForce = (id: string, version: string) => post<unknown>('/scenes/' + part(id) + '/state', { version });
