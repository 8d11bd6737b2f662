import type { ResourceField } from '../../api/catalogue';
import { ApiProblem } from '../../api/http';
import type { Wish } from '../../api/subscriptions';
import type { TextKey } from '../../i18n';

export type WishField = keyof Wish;
export type Mistakes = Partial<Record<WishField, string>>;

const TABLE = /^[a-z][a-z0-9_]{0,62}$/;
const PLACES: Record<string, WishField> = {
  'subscription.unknown-consumer': 'consumer',
  'subscription.not-yours': 'consumer',
  'subscription.not-shared': 'resource',
  'subscription.no-key': 'fields',
  'subscription.bad-fields': 'fields',
  'subscription.bad-table': 'table',
  'subscription.reserved-table': 'table',
  'subscription.own-resource': 'consumer',
  'subscription.bad-filter': 'filter',
  'subscription.no-basis': 'legalBasis',
  'subscription.double': 'table',
};

/** Whether a choice's name or code holds what is typed. */
export const byNameOrCode = (text: string, option?: { label?: unknown; value?: unknown }) => `${String(option?.label)} ${String(option?.value)}`.toLowerCase().includes(text.toLowerCase());

/** The table's name that the server would choose. */
export const tableFor = (resource: string) => resource.replace(/[^a-z0-9_]/g, '_');

/** What can be seen to be wrong before the server is asked. */
export function mistakesOf(wish: Wish, fields: ResourceField[], t: (key: TextKey) => string): Mistakes {
  const mistakes: Mistakes = {};
  for (const field of ['consumer', 'resource', 'purpose', 'legalBasis'] as const) if (!wish[field].trim()) mistakes[field] = t('form.required');
  if (wish.resource && wish.consumer === wish.resource.split('.')[0]) mistakes.consumer = t('subscription.mistake.own');
  if (wish.resource && !wish.fields.length) mistakes.fields = t('subscription.mistake.noFields');
  else if (fields.length && !fields.some((field) => field.key)) mistakes.fields = t('subscription.mistake.noKey');
  if (wish.table && !TABLE.test(wish.table)) mistakes.table = t('subscription.mistake.table');
  return mistakes;
}

/** Which field the server's refusal concerns; nothing when it concerns the whole. */
export function refusedField(error: unknown): Mistakes {
  if (!(error instanceof ApiProblem)) return {};
  const field = PLACES[error.code];
  return field ? { [field]: [error.message, error.detail, error.advice].filter(Boolean).join(' · ') } : {};
}
