import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { FormSchema } from '../../api/forms';
import { correct, corrections } from '../../api/registry';
import type { GoldenField } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';
import { useMe } from '../../shared/useMe';
import { RequestTable } from './RequestTable';
import type { Ground } from './ground';

/** A wrong value goes back to the department that tells it; its own changed row closes the correction. */
export function Corrections({ plural, found, ground }: { plural: string; found: { ref: string; fields: GoldenField[] }; ground?: Ground }) {
  const { t, pick, word } = useLanguage();
  const client = useQueryClient();
  const rules = useMe().data?.authorities.includes('registry.rule');
  const query = useQuery({ queryKey: ['corrections', found.ref, ground], queryFn: () => corrections(plural, found.ref, ground) });
  const ask = useMutation({ mutationFn: (values: { field: string; wanted: string; reason: string }) => correct(plural, found.ref, values), onSuccess: () => client.invalidateQueries() });
  const form: FormSchema = {
    required: ['field', 'wanted', 'reason'],
    properties: {
      field: { type: 'string', title: t('registry.field'), oneOf: found.fields.map((field) => ({ const: field.field, title: pick(field.label ?? field.field) })) },
      wanted: { type: 'string', title: t('registry.wanted'), description: t('registry.wantedHelp'), minLength: 1, maxLength: 200 },
      reason: { type: 'string', title: t('registry.reason'), minLength: 2, maxLength: 200 },
    },
  };
  const label = (name: string) => pick(found.fields.find((field) => field.field === name)?.label ?? name);
  return (
    <>
      <Outcome query={query}>
        {(list) => (
          <RequestTable
            list={list}
            emptyText={t('registry.noCorrections')}
            columns={[
              { title: t('common.time'), show: (one) => <Time at={one.askedAt} precision="second" /> },
              { title: t('registry.field'), show: (one) => label(one.field) },
              { title: t('registry.source'), show: (one) => <ResourceLink id={one.resource} /> },
              { title: t('registry.seen'), show: (one) => one.seen ?? '—' },
              { title: t('registry.wanted'), show: (one) => one.wanted },
              { title: t('registry.correctionState'), show: (one) => word('correction', one.state) },
              { title: t('registry.closedBy'), show: (one) => (one.receipt ? <ReceiptLink receipt={one.receipt} /> : one.answer || '—') },
            ]}
          />
        )}
      </Outcome>
      {rules ? (
        <div className="cb-narrow-form">
          <h3>{t('registry.correct')}</h3>
          {ask.error ? <Alert type="error" showIcon title={failureText(ask.error, t)} /> : null}
          <SchemaForm form={form} busy={ask.isPending} submitText={t('registry.send')} onSubmit={(values) => ask.mutate(values as { field: string; wanted: string; reason: string })} />
        </div>
      ) : null}
    </>
  );
}
