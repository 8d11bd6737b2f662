import { get, part, post } from './http';
import type { Count, Text } from './types';

export type DecisionRow = { receipt: string; sourceTime?: string | null; knownTime?: string | null };
export type DecisionInput = { name: string; title?: Text; value: Count; unit?: string; source: string; rows: DecisionRow[]; missing: Text[]; asOf?: string | null };
export type DecisionParameter = { name?: string; id: string; title?: Text; value?: Count; unit?: string; from: string; basis?: Text };
export type DecisionLine = { label: Text; value: Count; unit?: string; source?: string; line: Count; result: 'PASS' | 'FAIL' | 'CANNOT_TELL'; parameter?: DecisionParameter | null; inputs: DecisionInput[]; mend?: Text | null };
export type Decision = {
  id: string;
  caseId?: string | null;
  scene?: string;
  sentence: Text;
  outcome: string;
  rule: { id: string; version: string };
  cityDay: string;
  decidedAt?: string;
  lines: DecisionLine[];
  parameters: DecisionParameter[];
};

type RawInput = Omit<Partial<DecisionInput>, 'rows'> & { name: string; label?: Text; receipt?: string | null; rows?: DecisionRow[] };
type RawLine = Omit<DecisionLine, 'inputs' | 'parameter'> & { inputs?: (string | RawInput)[]; parameter?: string | DecisionParameter | null };
type RawDecision = Omit<Decision, 'lines' | 'parameters' | 'rule'> & { lines?: RawLine[]; parameters?: DecisionParameter[]; inputs?: RawInput[]; rule: string | { id: string; version: string }; ruleVersion?: string };

function inputOf(raw: RawInput, decision: string): DecisionInput {
  const rows = raw.rows ?? (raw.receipt ? [{ receipt: raw.receipt, knownTime: raw.asOf }] : []);
  return { name: raw.name, title: raw.title ?? raw.label, value: raw.value ?? null, unit: raw.unit, source: raw.source ?? `decision:${decision}:${raw.name}`, rows, missing: raw.missing ?? [], asOf: raw.asOf };
}

/** Lines may name their inputs and parameters or carry them; the page sees one shape. */
export function shaped(raw: RawDecision): Decision {
  const parameters = raw.parameters ?? [];
  const known = new Map((raw.inputs ?? []).map((input) => [input.name, input]));
  const lines = (raw.lines ?? []).map((line): DecisionLine => {
    const { parameter } = line;
    const inputs = (line.inputs ?? []).map((input) => inputOf(typeof input === 'string' ? (known.get(input) ?? { name: input }) : input, raw.id));
    return { ...line, value: line.value === '?' ? null : line.value, inputs, parameter: typeof parameter === 'string' ? (parameters.find((one) => one.name === parameter || one.id === parameter) ?? null) : parameter };
  });
  return { ...raw, lines, parameters, rule: typeof raw.rule === 'string' ? { id: raw.rule, version: raw.ruleVersion ?? '' } : raw.rule };
}

export const decision = async (id: string) => shaped(await get<RawDecision>('/decisions/' + part(id)));
export const replay = async (id: string, day: string) => shaped(await post<RawDecision>('/decisions/' + part(id) + '/replay', { day }));
