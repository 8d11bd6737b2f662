import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { changes } from '../../api/firms';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { Outcome } from '../../shared/page/Outcome';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';
import type { Ground } from './ground';

/** What changed in the record's fields since its first row came: renamed, moved, closed. */
export function Changes({ kind, entity, ground }: { kind: string; entity: string; ground?: Ground }) {
  const { t, pick } = useLanguage();
  const query = useQuery({ queryKey: ['changes', kind, entity, ground], queryFn: () => changes(kind, entity, ground) });
  return (
    <Outcome query={query}>
      {(list) => (
        <Table
          size="small"
          rowKey={(one) => one.receipt + one.field}
          dataSource={list}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('registry.noChanges') }}
          columns={[
            { title: t('registry.validFrom'), render: (_, one) => <Time at={one.validFrom} precision="second" /> },
            { title: t('registry.field'), render: (_, one) => pick(one.label) },
            { title: t('registry.before'), render: (_, one) => <span className="cb-wrap">{pick(one.before) || '—'}</span> },
            { title: t('registry.after'), render: (_, one) => <span className="cb-wrap">{pick(one.after) || '—'}</span> },
            { title: t('registry.source'), render: (_, one) => <ResourceLink id={one.resource} /> },
            { title: t('registry.receipt'), render: (_, one) => <ReceiptLink receipt={one.receipt} /> },
            { title: t('registry.knownAt'), render: (_, one) => <Time at={one.knownAt} precision="second" /> },
          ]}
        />
      )}
    </Outcome>
  );
}
