import { useMutation } from '@tanstack/react-query';
import { Alert } from 'antd';
import { ask } from '../../api/catalogue';
import type { Resource } from '../../api/catalogue';
import type { FormSchema, FormValues } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';

/** A sharing request: what for, on which law, which items. */
export function Ask({ found }: { found: Resource }) {
  const { t, pick } = useLanguage();
  const send = useMutation({ mutationFn: (values: FormValues) => ask(found.id, { purpose: String(values.purpose), legalBasis: String(values.legalBasis), fields: values.fields as string[] }) });
  const form: FormSchema = {
    required: ['purpose', 'legalBasis', 'fields'],
    properties: {
      purpose: { type: 'string', title: t('common.purpose'), description: t('catalogue.askPurpose'), minLength: 4, maxLength: 400 },
      legalBasis: { type: 'string', title: t('common.legalBasis'), description: t('catalogue.askBasis'), minLength: 4, maxLength: 200 },
      fields: { type: 'array', title: t('catalogue.askFields'), items: { oneOf: found.fields.map((field) => ({ const: field.name, title: pick(field.title) || field.name })) } },
    },
  };
  if (send.isSuccess) return <Alert type="success" showIcon title={t('catalogue.asked')} description={send.data?.id} />;
  return (
    <div className="cb-narrow-form">
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <SchemaForm form={form} draftKey={'ask-' + found.id} busy={send.isPending} submitText={t('catalogue.askSend')} onSubmit={(values) => send.mutate(values)} />
    </div>
  );
}
