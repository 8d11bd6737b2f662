import { get, post } from './http';
import type { Place } from './types';

export type Spot = { county: Place; village: Place; path: string; cell?: string | null; cellTitle?: string | null; cellReceipt?: string | null; generated: boolean };
export type Feature = { id: string; geometry: { type: string; coordinates: unknown } | null; properties: Record<string, unknown> };
export type Features = { type: string; numberMatched: number; features: Feature[] };

export const locate = (longitude: number, latitude: number) => get<Spot>('/places/locate', { longitude, latitude });

export type Address = {
  standard: string;
  where: 'HERE' | 'ELSEWHERE' | 'UNKNOWN';
  division: Place | null;
  path: string;
  street: string;
  group: string;
  number: string;
  estate: string;
  building: string;
  unit: string;
  floor: string;
  room: string;
  rest: string;
};

/** An address goes in the body: it may be somebody's home. */
export const readAddress = (text: string) => post<Address>('/places/address', { text });

/** The open interface lies beside the console's own: any map program asks the same. */
export async function items(collection: string, question: string): Promise<Features> {
  const response = await fetch('/ogc/collections/' + encodeURIComponent(collection) + '/items?' + question, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as Features;
}
