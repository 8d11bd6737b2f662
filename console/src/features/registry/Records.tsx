import { Table } from 'antd';
import type { SourceRecord } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';

/** The source rows that make up the record. */
export function Records({ records }: { records: SourceRecord[] }) {
  const { t } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="record"
      dataSource={records}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t('registry.noRecords') }}
      columns={[
        { title: t('registry.source'), render: (_, record) => <ResourceLink id={record.resource} /> },
        { title: t('registry.receipt'), render: (_, record) => <ReceiptLink receipt={record.receipt} /> },
        { title: t('registry.validFrom'), render: (_, record) => <Time at={record.validFrom} precision="second" /> },
        { title: t('registry.knownAt'), render: (_, record) => <Time at={record.knownAt} precision="second" /> },
      ]}
    />
  );
}
