import { get, part, post } from './http';
import type { Count, Text } from './types';

export type DecisionInput = { name: string; label?: Text; value: Count; unit?: string; source: string; receipt?: string | null; asOf?: string | null };
export type DecisionParameter = { id: string; title?: Text; value?: Count; unit?: string; from: string; basis?: Text };
export type DecisionLine = {
  label: Text;
  value: Count;
  unit?: string;
  source?: string;
  line: Count;
  result: 'PASS' | 'FAIL' | 'CANNOT_TELL';
  parameter?: DecisionParameter | null;
  inputs: DecisionInput[];
  mend?: Text | null;
};
export type Decision = {
  id: string;
  caseId?: string | null;
  scene?: string;
  subjectName?: string;
  sentence: Text;
  outcome: string;
  rule: { id: string; version: string };
  cityDay: string;
  decidedAt?: string;
  lines: DecisionLine[];
  parameters: DecisionParameter[];
};

export const decision = (id: string) => get<Decision>('/decisions/' + part(id));
export const replay = (id: string, day: string) => post<Decision>('/decisions/' + part(id) + '/replay', { day });
