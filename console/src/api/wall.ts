import { get } from './http';
import type { Alert } from './alerts';
import type { Count, Text } from './types';

export type WallFigure = { label: Text; figure: Count };
export type WallBlock = { id: string; title: Text; source: string; to?: string; figures: WallFigure[] };
export type County = { code: string; name: string; value: number | null; unit?: string; source: string };
export type WallStage = { id: string; title: Text; count: Count; source?: string; light?: string };
export type FlowSeries = { id: string; title: Text; points: { at: string; value: number }[] };
export type WallDecision = { id: string; sentence: Text; outcome?: string; at?: string; place?: string };
export type Wall = {
  asOf?: string;
  title?: Text;
  blocks: WallBlock[];
  countyTitle?: Text;
  counties: County[];
  alerts: Alert[];
  stages?: WallStage[];
  flow?: { source: string; unit?: string; series: FlowSeries[] } | null;
  decisions?: WallDecision[];
};

export const wall = () => get<Wall>('/wall');
export const regions = () => get<GeoJSON.FeatureCollection>('/regions/geojson');
