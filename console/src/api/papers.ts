import type { Mark, Standing } from './credit';
import { get, part, post } from './http';
import type { GoldenField, SourceRecord } from './registry';
import type { Figure, Text } from './types';

export type PaperKind = 'licence' | 'credit';
export type Paper = { ref: string; type: Text; resource: string; number: string; holder: string; detail?: string | null; from?: string | null; to?: string | null; state: string; receipt: string; standing?: Standing | null; marks?: Mark[] };
export type PaperType = { resource: string; title: Text; all: Figure; inForce: Figure; soon: Figure; ended: Figure };
export type PaperRead = { paper: Paper; fields: GoldenField[]; records: SourceRecord[] };

const at = (kind: PaperKind) => '/registry/papers/' + kind;
export const paperTypes = (kind: PaperKind) => get<PaperType[]>(at(kind) + '/types');
export const papers = (kind: PaperKind, type: string, state: string, page: number) => get<Paper[]>(at(kind), { type, state, page });
export const searchPapers = (kind: PaperKind, question: { number?: string; holder?: string }) => post<Paper[]>(at(kind) + '/search', question);
export const papersOfFirm = (kind: PaperKind, ref: string) => get<Paper[]>(at(kind) + '/of-firm/' + part(ref));
export const papersOfPerson = (kind: PaperKind, ref: string, purpose: string, legalBasis: string) => get<Paper[]>(at(kind) + '/of-person/' + part(ref), { purpose, legalBasis });
export const paper = (kind: PaperKind, ref: string) => get<PaperRead>(at(kind) + '/one/' + part(ref));
