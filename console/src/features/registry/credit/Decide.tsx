import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../../i18n';
import { failureText } from '../../../shared/page/Failure';

type Choice = { text: string; send: (reason: string) => Promise<unknown>; danger?: boolean };

/** The department's officer says why, and decides. */
export function Decide({ title, help, buttons }: { title: string; help: string; buttons: Choice[] }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const send = useMutation({ mutationFn: (choice: Choice) => choice.send(reason.trim()), onSuccess: () => client.invalidateQueries() });
  return (
    <section className="cb-narrow-form">
      <h4>{title}</h4>
      <p className="cb-help">{help}</p>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <label className="cb-field" htmlFor={id}>
        {t('registry.reason')}
      </label>
      <Input.TextArea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p className="cb-buttons">
        {buttons.map((choice) => (
          <Button key={choice.text} danger={choice.danger} type={choice.danger ? 'default' : 'primary'} loading={send.isPending} disabled={!reason.trim()} onClick={() => send.mutate(choice)}>
            {choice.text}
          </Button>
        ))}
      </p>
    </section>
  );
}
