import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { applyForRepair, objectTo } from '../../../api/credit';
import type { CreditFile } from '../../../api/credit';
import type { FormSchema } from '../../../api/forms';
import { useLanguage } from '../../../i18n';
import { SchemaForm } from '../../../shared/form/SchemaForm';
import { failureText } from '../../../shared/page/Failure';

type ObjectionWords = { column?: string; wanted?: string; reason: string };
type RepairWords = { commitment: string; proofs: string };

const APPLY_HELP = { NONE: 'credit.applyHelp', BY_DECISION: 'credit.applyHelp', BY_REMOVAL: 'credit.removalHelp', BY_OFFICER: 'credit.officerHelp' } as const;

/** The desk raises an objection for the subject: to one item, or to the record as a whole. */
export function AskObjection({ file }: { file: CreditFile }) {
  const { t, pick } = useLanguage();
  const client = useQueryClient();
  const send = useMutation({ mutationFn: (words: ObjectionWords) => objectTo(file.record, words), onSuccess: () => client.invalidateQueries() });
  const form: FormSchema = {
    required: ['reason'],
    properties: {
      column: { type: 'string', title: t('credit.item'), description: t('credit.itemHelp'), oneOf: file.items.map((item) => ({ const: item.column, title: pick(item.title) })) },
      wanted: { type: 'string', title: t('registry.wanted'), maxLength: 200 },
      reason: { type: 'string', title: t('registry.reason'), minLength: 2, maxLength: 200 },
    },
  };
  return (
    <div className="cb-narrow-form">
      <h4>{t('credit.object')}</h4>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <SchemaForm form={form} busy={send.isPending} submitText={t('registry.send')} onSubmit={(values) => send.mutate(values as ObjectionWords)} />
    </div>
  );
}

/** The desk applies for repair, or reads why that is not possible now. */
export function AskRepair({ file }: { file: CreditFile }) {
  const { t, pick } = useLanguage();
  const client = useQueryClient();
  const send = useMutation({ mutationFn: (words: RepairWords) => applyForRepair(file.record, { commitment: words.commitment, proofs: words.proofs.split('\n') }), onSuccess: () => client.invalidateQueries() });
  if (file.obstacle) return <Alert type="info" showIcon title={pick(file.obstacle) + (file.obstacle.detail ? ' · ' + file.obstacle.detail : '')} />;
  const form: FormSchema = {
    required: ['commitment', 'proofs'],
    properties: {
      commitment: { type: 'string', title: t('credit.commitment'), description: t('credit.commitmentHelp'), minLength: 2, maxLength: 400 },
      proofs: { type: 'string', title: t('credit.proofs'), description: t('credit.proofsHelp'), minLength: 2, maxLength: 400 },
    },
  };
  return (
    <div className="cb-narrow-form">
      <h4>{t('credit.apply')}</h4>
      <p className="cb-help">{t(APPLY_HELP[file.standing.repair])}</p>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <SchemaForm form={form} busy={send.isPending} submitText={t('registry.send')} onSubmit={(values) => send.mutate(values as RepairWords)} />
    </div>
  );
}
