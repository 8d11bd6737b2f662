import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FormSchema, FormValues, Prefill, UiSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { FieldInput } from './FieldInput';
import { Prefilled } from './Prefilled';
import { answersOf, fieldsOf, mistakeIn, startValues } from './schema';
import type { FormField } from './schema';
import { useDraft } from './useDraft';

type Props = {
  form: FormSchema;
  uiSchema?: UiSchema;
  prefill?: Prefill;
  /** Where the unfinished answers are kept. */
  draftKey?: string;
  busy?: boolean;
  submitText?: string;
  /** Big targets for one thumb. */
  large?: boolean;
  children?: ReactNode;
  onSubmit: (values: FormValues) => void;
};

/** A scene's form: labels above, help under, checked on leaving a field and on submit, draft kept. */
export function SchemaForm({ form, uiSchema, prefill = {}, draftKey, busy, submitText, large, children, onSubmit }: Props) {
  const { t, pick } = useLanguage();
  const { draft, keep, forget } = useDraft(draftKey);
  const [values, setValues] = useState<FormValues>(() => startValues(form, prefill, draft));
  const [left, setLeft] = useState<Set<string>>(new Set());
  const [objected, setObjected] = useState<Set<string>>(new Set());
  const fields = fieldsOf(form, uiSchema);
  const change = (name: string, value: unknown) => {
    const next = { ...values, [name]: value };
    setValues(next);
    keep(next);
  };
  const submit = () => {
    const wrong = fields.find((field) => mistakeIn(field, values[field.name]));
    setLeft(new Set(fields.map((field) => field.name)));
    if (wrong) {
      document.getElementById('f-' + wrong.name)?.focus();
      return;
    }
    forget();
    onSubmit(answersOf(form, values));
  };
  const mistakeText = (field: FormField) => {
    const mistake = left.has(field.name) ? mistakeIn(field, values[field.name]) : null;
    return mistake ? t(`form.${mistake.code}`, 'n' in mistake ? { n: mistake.n } : {}) : null;
  };
  return (
    <form
      className={large ? 'cb-form cb-form-large' : 'cb-form'}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {fields.map((field) => {
        const known = prefill[field.name];
        const wrong = mistakeText(field);
        const label = pick(field.schema.title) || field.name;
        return (
          <div key={field.name} className="cb-field" onBlur={() => setLeft((before) => new Set(before).add(field.name))}>
            <label htmlFor={'f-' + field.name}>
              {label} {field.required ? <span className="cb-required">*</span> : null}
            </label>
            {known && known.value != null && !objected.has(field.name) ? (
              <Prefilled entry={known} schema={field.schema} onObject={field.readOnly ? undefined : () => setObjected((before) => new Set(before).add(field.name))} />
            ) : (
              <FieldInput id={'f-' + field.name} label={label} field={field} value={values[field.name]} onChange={(value) => change(field.name, value)} large={large} />
            )}
            {field.schema.description ? <p className="cb-help">{pick(field.schema.description)}</p> : null}
            {wrong ? (
              <p className="cb-mistake" role="alert">
                {wrong}
              </p>
            ) : null}
          </div>
        );
      })}
      {children}
      <Button type="primary" htmlType="submit" loading={busy} block={large} size={large ? 'large' : 'middle'} data-testid="form-submit">
        {submitText ?? t('form.submit')}
      </Button>
    </form>
  );
}
