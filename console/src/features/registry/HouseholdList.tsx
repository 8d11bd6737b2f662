import { Table } from 'antd';
import { Link } from 'react-router';
import type { Household } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Time } from '../../shared/time/Time';

/** Households are dated memberships with a kind. */
export function HouseholdList({ households }: { households: Household[] }) {
  const { t, pick } = useLanguage();
  return (
    <Table
      size="small"
      rowKey={(household) => household.ref + pick(household.kind) + (household.from ?? '')}
      dataSource={households}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t('registry.noHouseholds') }}
      columns={[
        { title: t('registry.household'), render: (_, household) => <Link to={'/registry/households/' + encodeURIComponent(household.ref)}>{household.ref}</Link> },
        { title: t('registry.kind'), render: (_, household) => pick(household.kind) },
        { title: t('registry.relation'), render: (_, household) => pick(household.relation) || '—' },
        { title: t('common.place'), render: (_, household) => household.place?.name ?? '—' },
        { title: t('registry.from'), render: (_, household) => <Time at={household.from} precision="day" /> },
        { title: t('registry.to'), render: (_, household) => <Time at={household.to} precision="day" /> },
      ]}
    />
  );
}
