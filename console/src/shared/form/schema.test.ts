import { describe, expect, it } from 'vitest';
import type { FormSchema } from '../../api/forms';
import { fieldsOf, mistakeIn, startValues } from './schema';

const form: FormSchema = {
  required: ['size'],
  properties: { note: { type: 'string', maxLength: 3 }, size: { type: 'integer', minimum: 1, default: 2 }, face: { type: 'string', format: 'photo' } },
};

describe('a scene form', () => {
  it('shows fields in the order the scene asks for and leaves photos to the page', () => {
    expect(fieldsOf(form, { 'ui:order': ['size', 'gone'] }).map((field) => field.name)).toEqual(['size', 'note']);
  });

  it('starts from defaults, then what the government knows, then the draft', () => {
    expect(startValues(form, { size: { value: 4 } }, { note: 'x' })).toEqual({ size: 4, note: 'x' });
    expect(startValues(form)).toEqual({ size: 2 });
  });

  it('finds each kind of mistake', () => {
    const [note, size] = fieldsOf(form);
    expect(mistakeIn(size!, undefined)).toEqual({ code: 'required' });
    expect(mistakeIn(size!, 0)).toEqual({ code: 'min', n: 1 });
    expect(mistakeIn(size!, 'many')).toEqual({ code: 'number' });
    expect(mistakeIn(note!, 'long')).toEqual({ code: 'tooLong', n: 3 });
    expect(mistakeIn(note!, '')).toBeNull();
    expect(mistakeIn(size!, 1)).toBeNull();
  });
});
