import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { history, merge, undo } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { Time } from '../../shared/time/Time';
import { useMe } from '../../shared/useMe';
import type { Ground } from './ground';

/** Merges and splits of this record. A steward's merge can be undone, and another record merged into this one. */
export function History({ entity, ground }: { entity: string; ground?: Ground }) {
  const { t, word } = useLanguage();
  const who = useAccounts();
  const rules = useMe().data?.authorities.includes('registry.rule');
  const query = useQuery({ queryKey: ['history', entity, ground], queryFn: () => history(entity, ground) });
  const [undoing, setUndoing] = useState<number | null>(null);
  const [merging, setMerging] = useState(false);
  return (
    <>
      {rules ? (
        <p>
          <Button size="small" onClick={() => setMerging(true)}>
            {t('registry.mergeWith')}
          </Button>
        </p>
      ) : null}
      <Outcome query={query}>
        {(events) => (
          <Table
            size="small"
            rowKey={(event) => event.at + event.what + event.other}
            dataSource={events}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: t('registry.noHistory') }}
            columns={[
              { title: t('common.time'), render: (_, event) => <Time at={event.at} precision="second" /> },
              { title: t('registry.what'), render: (_, event) => word('change', event.what) },
              { title: t('registry.into'), render: (_, event) => <code>{event.entity}</code> },
              { title: t('registry.outOf'), render: (_, event) => <code>{event.other}</code> },
              { title: t('registry.cause'), render: (_, event) => word('cause', event.cause) },
              { title: t('registry.by'), render: (_, event) => who(event.by) },
              { title: t('registry.reason'), render: (_, event) => <span className="cb-wrap">{event.reason}</span> },
              {
                title: '',
                render: (_, event) =>
                  rules && event.standing && event.ruling ? (
                    <Button size="small" onClick={() => setUndoing(event.ruling ?? null)}>
                      {t('registry.undo')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Outcome>
      {undoing ? <Asking title={t('registry.undo')} onClose={() => setUndoing(null)} act={(_, reason) => undo(undoing, reason)} /> : null}
      {merging ? <Asking title={t('registry.mergeWith')} other={t('registry.otherRef')} onClose={() => setMerging(false)} act={(other, reason) => merge(entity, other, reason)} /> : null}
    </>
  );
}

type AskingProps = { title: string; other?: string; onClose: () => void; act: (other: string, reason: string) => Promise<unknown> };

/** Nothing is ruled without a reason. */
function Asking({ title, other, onClose, act }: AskingProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [ref, setRef] = useState('');
  const [reason, setReason] = useState('');
  const doing = useMutation({
    mutationFn: () => act(ref.trim(), reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => doing.mutate()} okText={t('registry.confirm')} cancelText={t('registry.cancel')} okButtonProps={{ disabled: !reason.trim() || (!!other && !ref.trim()), loading: doing.isPending }}>
      {doing.error ? <Alert type="error" showIcon title={failureText(doing.error, t)} /> : null}
      {other ? (
        <label className="cb-field">
          {other} <Input value={ref} onChange={(event) => setRef(event.target.value)} />
        </label>
      ) : null}
      <label className="cb-field">
        {t('registry.reason')} <Input.TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </Modal>
  );
}
