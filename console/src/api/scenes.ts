import { get, part, post } from './http';
import type { Count, Text } from './types';
import { pageOf } from './types';

export type SceneRow = { id: string; title: Text; version: string; owner?: Text; lead?: string; mode?: string; state: string; findings?: Count; alerts?: Count; cases?: Count };
export type Parameter = { id: string; title: Text; unit?: string; values: { from: string; value: number | string; basis: Text; by?: string }[] };
export type SceneFinding = { number: string; severity: string; file?: string; text: Text; mend?: Text };
export type Scene = SceneRow & {
  purpose?: Text;
  needs: { resource: string; fields: string[]; purpose?: Text; legalBasis?: Text; freshness?: string; granted?: boolean }[];
  parameters: Parameter[];
  rules: { id: string; title?: Text; version?: string; file?: string; lines?: Text[] }[];
  streams: { id: string; title?: Text; state: string; job?: string; candidates?: Count; at?: string | null }[];
  findings: SceneFinding[] ;
};

export const scenes = async () => pageOf(await get<SceneRow[] | { rows: SceneRow[] }>('/scenes')).rows;
export const scene = (id: string) => get<Omit<Scene, 'findings'> & { findings?: SceneFinding[] }>('/scenes/' + part(id));
export const deploy = (id: string) => post<{ state?: string; findings?: SceneFinding[] }>('/scenes/' + part(id) + '/deploy');
export const setParameter = (scene: string, change: { id: string; value: number | string; from: string; basis: string }) => post<unknown>('/scenes/' + part(scene) + '/parameters', change);
