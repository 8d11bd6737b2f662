import { Typography } from 'antd';
import { useState } from 'react';
import type { Resource } from '../../api/catalogue';
import type { FormSchema, FormValues } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';

const quoted = (text: unknown) => JSON.stringify(String(text));

/** A scene asks by a file in its needs folder; deployment turns the file into a sharing request. */
function needFile(resource: string, values: FormValues): string {
  const fields = (values.fields as string[]).join(', ');
  const [purpose, basis] = [quoted(values.purpose), quoted(values.legalBasis)];
  return [`resource: ${resource}`, `fields: [${fields}]`, 'lookup: []', 'freshness: PT5S', `purpose: {zh: ${purpose}, en: ${purpose}}`, `legalBasis: {zh: ${basis}, en: ${basis}}`].join('\n');
}

/** Asking for a resource: what for, on which law, which items; the answer is the scene's needs file, ready to take. */
export function Ask({ found }: { found: Resource }) {
  const { t, pick } = useLanguage();
  const [file, setFile] = useState('');
  const form: FormSchema = {
    required: ['purpose', 'legalBasis', 'fields'],
    properties: {
      purpose: { type: 'string', title: t('common.purpose'), description: t('catalogue.askPurpose'), minLength: 4, maxLength: 400 },
      legalBasis: { type: 'string', title: t('common.legalBasis'), description: t('catalogue.askBasis'), minLength: 4, maxLength: 200 },
      fields: { type: 'array', title: t('catalogue.askFields'), items: { oneOf: found.fields.map((field) => ({ const: field.name, title: pick(field.title) || field.name })) } },
    },
  };
  const name = found.id.split('.').at(-1)?.replaceAll('_', '-');
  return (
    <div className="cb-two">
      <SchemaForm form={form} draftKey={'ask-' + found.id} submitText={t('catalogue.askMake')} onSubmit={(values) => setFile(needFile(found.id, values))} />
      <div>
        <p>{t('catalogue.askHow')}</p>
        {file ? (
          <>
            <h3>{`needs/${name}.yaml`}</h3>
            <Typography.Paragraph copyable={{ text: file }} className="cb-code">
              {file}
            </Typography.Paragraph>
          </>
        ) : null}
      </div>
    </div>
  );
}
