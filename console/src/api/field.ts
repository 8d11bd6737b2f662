import type { FormSchema, FormValues, Prefill, UiSchema } from './forms';
import { get, post } from './http';
import type { Fact } from './cases';
import type { Light, Place, Text } from './types';
import { pageOf } from './types';

export type Visit = {
  taskId: string;
  caseId: string;
  title: Text;
  subjectName?: string;
  place?: Place | null;
  address?: string;
  due?: string | null;
  light: Light;
  household?: { ref?: string; size?: number; facts?: Fact[]; members?: { maskedName: string; relation?: string; age?: number }[] };
  form: FormSchema;
  uiSchema?: UiSchema;
  prefill?: Prefill;
};
export type Position = { longitude: number; latitude: number; accuracy: number };
export type Photo = { name: string; dataUrl: string };
export type FieldItem = { clientId: string; taskId: string; values: FormValues; doneAt: string; position?: Position | null; photos: Photo[] };
export type SyncResult = { clientId: string; state: string; title?: Text; reason?: Text };

export const visits = async () => pageOf(await get<Visit[] | { rows: Visit[]; total: number }>('/field/visits')).rows;
export async function sync(items: FieldItem[]): Promise<SyncResult[]> {
  const answer = await post<SyncResult[] | { results?: SyncResult[]; items?: SyncResult[] }>('/field/sync', { items });
  return Array.isArray(answer) ? answer : (answer.results ?? answer.items ?? []);
}
