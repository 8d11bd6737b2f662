import { Table, Tag } from 'antd';
import type { GoldenField } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { useResources } from '../../shared/useResources';
import { ResourceLink } from '../../shared/ResourceLink';
import { Figure } from '../../shared/figure/Figure';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { formatNumber } from '../../shared/format';
import { Time } from '../../shared/time/Time';

/** A number by its decimals: codes, phones and years have none. */
const DECIMAL = /^-?\d+\.\d+$/;

/** A golden record: each field with its value, the source that won, its receipt and its times. */
export function Golden({ fields }: { fields: GoldenField[] }) {
  const { t, pick, word } = useLanguage();
  const nameOf = useResources();
  return (
    <Table
      size="small"
      rowKey="field"
      dataSource={fields}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('registry.field'), render: (_, field) => pick(field.label) || word('person', field.field) },
        {
          title: t('registry.content'),
          render: (_, field) => (
            <div className="cb-golden">
              <Figure figure={{ ...field, value: pick(field.words) || (field.value && DECIMAL.test(field.value) ? formatNumber(field.value) : field.value) }} /> {field.correction ? <Tag color="gold">{t('registry.corrected')}</Tag> : null} {field.others?.length ? <Tag>{t('registry.differs', { who: field.others.map(nameOf).join(t('common.comma')) })}</Tag> : null}
            </div>
          ),
        },
        { title: t('registry.source'), render: (_, field) => (field.resource ? <ResourceLink id={field.resource} /> : '—') },
        { title: t('registry.receipt'), render: (_, field) => (field.receipt ? <ReceiptLink receipt={field.receipt} /> : '—') },
        { title: t('registry.validFrom'), render: (_, field) => <Time at={field.validFrom} precision="day" /> },
        { title: t('registry.knownAt'), render: (_, field) => <Time at={field.knownAt} precision="second" /> },
      ]}
    />
  );
}
