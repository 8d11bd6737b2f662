import type { FieldSchema, FormSchema, FormValues, Prefill, UiSchema } from '../../api/forms';

/** Photo, position and signature are collected by the page around the form, not by a field in it. */
const OUTSIDE = new Set(['photo', 'photos', 'position', 'signature']);

export type FormField = { name: string; schema: FieldSchema; required: boolean; widget?: string; readOnly?: boolean };

const ui = (uiSchema: UiSchema | undefined, name: string) => (uiSchema?.[name] ?? {}) as Record<string, unknown>;

/** The fields in the order that the scene asks for. */
export function fieldsOf(form: FormSchema, uiSchema?: UiSchema): FormField[] {
  const properties = form.properties ?? {};
  const order = (uiSchema?.['ui:order'] ?? []).filter((name) => name in properties);
  const names = [...order, ...Object.keys(properties).filter((name) => !order.includes(name))];
  return names
    .map((name) => {
      const widget = ui(uiSchema, name)['ui:widget'];
      return { name, schema: properties[name] ?? {}, required: !!form.required?.includes(name), widget: typeof widget === 'string' ? widget : undefined, readOnly: ui(uiSchema, name)['ui:readonly'] === true };
    })
    .filter(({ schema, widget }) => !OUTSIDE.has(widget ?? '') && !OUTSIDE.has(schema.format ?? '') && widget !== 'hidden');
}

export function startValues(form: FormSchema, prefill: Prefill = {}, draft: FormValues = {}): FormValues {
  const defaults = Object.entries(form.properties ?? {}).flatMap(([name, schema]) => (schema.default === undefined ? [] : [[name, schema.default] as const]));
  const known = Object.entries(prefill).map(([name, entry]) => [name, entry.value] as const);
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(known), ...draft };
}

/** What is sent: only fields the form has, and nothing for those left empty. */
export function answersOf(form: FormSchema, values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => name in (form.properties ?? {}) && value != null && value !== ''));
}

export type Mistake = { code: 'required' | 'number' } | { code: 'min' | 'max' | 'tooShort' | 'tooLong'; n: number };

/** What is wrong with one answer, or null. */
export function mistakeIn({ schema, required }: FormField, value: unknown): Mistake | null {
  const empty = value == null || value === '' || (Array.isArray(value) && !value.length);
  if (empty) return required ? { code: 'required' } : null;
  if (schema.type === 'number' || schema.type === 'integer') {
    const number = Number(value);
    if (Number.isNaN(number)) return { code: 'number' };
    if (schema.minimum != null && number < schema.minimum) return { code: 'min', n: schema.minimum };
    if (schema.maximum != null && number > schema.maximum) return { code: 'max', n: schema.maximum };
  }
  if (typeof value === 'string') {
    if (schema.minLength != null && value.length < schema.minLength) return { code: 'tooShort', n: schema.minLength };
    if (schema.maxLength != null && value.length > schema.maxLength) return { code: 'tooLong', n: schema.maxLength };
  }
  return null;
}
