import type { FormSchema, Prefill, UiSchema } from './forms';
import { get, part } from './http';
import type { Count, Light, Page, Place, Text } from './types';
import { pageOf } from './types';

export type CaseRow = {
  id: string;
  scene: string;
  title: Text;
  subjectName?: string;
  place?: Place | null;
  stage: string;
  stageTitle?: Text;
  light?: Light;
  due?: string | null;
  openedAt?: string;
  updatedAt?: string;
};
export type StageClock = { due?: string | null; startedAt?: string | null; endedAt?: string | null; text?: Text | null; seconds?: number | null; parameter?: string; basis?: Text };
export type Stage = { id: string; title: Text; state: string; legalClock?: StageClock | string | null; machineClock?: StageClock | string | null };
export type Fact = { label: Text; value: Count; unit?: string; source: string; asOf?: string | null };
export type TimelineEntry = {
  at: string;
  cityTime?: string | null;
  kind: string;
  title: Text;
  by?: string | null;
  rule?: string | null;
  decisionId?: string | null;
  receipt?: string | null;
};
export type Action = { taskId: string; name: Text; form: FormSchema; uiSchema?: UiSchema; prefill?: Prefill };
export type CaseDetail = {
  id: string;
  scene: string;
  title: Text;
  subjectName?: string;
  place?: Place | null;
  stage: string;
  state?: string;
  decisionId?: string | null;
  proposalId?: string | null;
  stages: Stage[];
  facts: Fact[];
  timeline: TimelineEntry[];
  actions: Action[];
};
export type CaseAnswer = Page<CaseRow> & { stages?: { id: string; title: Text; count: Count }[] };

export async function cases(query: { stage?: string; q?: string; page?: number; size?: number }): Promise<CaseAnswer> {
  const answer = await get<CaseRow[] | CaseAnswer>('/cases', query);
  return { ...pageOf(answer), stages: Array.isArray(answer) ? undefined : answer.stages };
}
export const caseDetail = (id: string) => get<CaseDetail>('/cases/' + part(id));
