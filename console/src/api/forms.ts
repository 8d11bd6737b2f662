import type { Text } from './types';

/** The part of JSON Schema that a scene's forms use. */
export type FieldSchema = {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  title?: Text;
  description?: Text;
  format?: string;
  enum?: (string | number)[];
  enumNames?: Text[];
  oneOf?: { const: string | number | boolean; title?: Text }[];
  items?: FieldSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
};
export type FormSchema = { title?: Text; description?: Text; properties?: Record<string, FieldSchema>; required?: string[] };
export type UiSchema = { 'ui:order'?: string[] } & Record<string, unknown>;
export type Prefill = Record<string, { value: unknown; source?: string | null; label?: Text; asOf?: string | null }>;
export type FormValues = Record<string, unknown>;
