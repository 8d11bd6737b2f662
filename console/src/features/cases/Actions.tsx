import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Segmented } from 'antd';
import { useRef } from 'react';
import type { Action, CaseDetail } from '../../api/cases';
import { completeTask } from '../../api/desk';
import type { FormValues } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { useParam } from '../../shared/useParam';

export function Actions({ found }: { found: CaseDetail }) {
  const { t, pick } = useLanguage();
  const [first] = found.actions;
  const [chosen, setChosen] = useParam('task', first?.taskId ?? '');
  if (!first) return <Nothing text={t('cases.noActions')} />;
  const action = found.actions.find((one) => one.taskId === chosen) ?? first;
  return (
    <div className="cb-stack">
      {found.actions.length > 1 ? <Segmented block value={action.taskId} onChange={setChosen} options={found.actions.map((one) => ({ value: one.taskId, label: pick(one.name) }))} /> : <h3>{pick(action.name)}</h3>}
      <ActionForm key={action.taskId} action={action} caseId={found.id} />
    </div>
  );
}

function ActionForm({ action, caseId }: { action: Action; caseId: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  // One id for all tries of this form, so that a lost answer does not complete the task twice.
  const clientId = useRef(crypto.randomUUID());
  const send = useMutation({
    mutationFn: (values: FormValues) => completeTask(action.taskId, values, clientId.current),
    onSuccess: async () => {
      void message.success(t('form.done'));
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      await client.invalidateQueries({ queryKey: ['todos'] });
    },
  });
  return (
    <>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <SchemaForm form={action.form} uiSchema={action.uiSchema} prefill={action.prefill} draftKey={action.taskId} busy={send.isPending} onSubmit={(values) => send.mutate(values)} />
    </>
  );
}
