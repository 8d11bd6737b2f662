import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Table } from 'antd';
import { accept } from '../../api/catalogue';
import type { ResourceVersion } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { Time } from '../../shared/time/Time';

const pending = (version: ResourceVersion) => version.state === 'PENDING';

/** Schema versions. One that nobody has accepted holds the resource's batches back until it is. */
export function Versions({ resourceId, versions }: { resourceId: string; versions: ResourceVersion[] }) {
  const { t } = useLanguage();
  const who = useAccounts();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (fingerprint: string | number) => accept(resourceId, fingerprint),
    onSuccess: () => client.invalidateQueries({ queryKey: ['resource', resourceId] }),
  });
  return (
    <div className="cb-stack">
      {versions.some(pending) ? <Alert type="warning" showIcon title={t('catalogue.pendingVersion')} /> : null}
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <Table
        size="small"
        rowKey={(version) => String(version.fingerprint)}
        dataSource={versions}
        pagination={false}
        scroll={{ x: 'max-content' }}
        expandable={{ rowExpandable: (version) => !!version.fields?.length, expandedRowRender: (version) => <code>{version.fields?.map((field) => `${field.name} ${field.sourceType ?? ''}`).join(', ')}</code> }}
        columns={[
          { title: t('catalogue.version'), render: (_, version) => version.version || '—' },
          { title: t('catalogue.fingerprint'), render: (_, version) => <code>{String(version.fingerprint)}</code> },
            { title: t('catalogue.observed'), render: (_, version) => <Time at={version.observedAt} /> },
          { title: t('catalogue.acceptedAt'), render: (_, version) => (version.acceptedAt ? <Time at={version.acceptedAt} /> : <StatusLight state="WAITING" />) },
          { title: t('catalogue.acceptedBy'), render: (_, version) => who(version.acceptedBy) },
          {
            title: '',
            align: 'right',
            render: (_, version) =>
              pending(version) ? (
                <Popconfirm title={t('catalogue.acceptSure')} onConfirm={() => send.mutate(version.fingerprint)}>
                  <Button size="small" type="primary" loading={send.isPending}>
                    {t('catalogue.accept')}
                  </Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </div>
  );
}
