import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { firmsOf } from '../../api/firms';
import { useLanguage } from '../../i18n';
import { RowFigure } from '../../shared/figure/RowFigure';
import { Outcome } from '../../shared/page/Outcome';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';
import type { Ground } from './ground';

/** The firms that a person runs or holds, as the departments' own rows tell. */
export function Positions({ personRef, ground }: { personRef: string; ground: Ground }) {
  const { t, pick } = useLanguage();
  const query = useQuery({ queryKey: ['firms-of', personRef, ground.purpose, ground.legalBasis], queryFn: () => firmsOf(personRef, ground.purpose, ground.legalBasis) });
  return (
    <Outcome query={query}>
      {(roles) => (
        <Table
          size="small"
          rowKey="receipt"
          dataSource={roles}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('firm.noneOfPerson') }}
          columns={[
            { title: t('firm.firm'), render: (_, role) => (role.firm ? <Link to={'/firms/' + encodeURIComponent(role.firm)}>{role.name}</Link> : role.name) },
            { title: t('firm.role'), render: (_, role) => pick(role.role) },
            { title: t('firm.share'), render: (_, role) => <RowFigure value={role.detail} unit="percent" receipt={role.receipt} /> },
            { title: t('registry.from'), render: (_, role) => <Time at={role.from} precision="day" /> },
            { title: t('registry.to'), render: (_, role) => <Time at={role.to} precision="day" /> },
            { title: t('registry.receipt'), render: (_, role) => <ReceiptLink receipt={role.receipt} /> },
          ]}
        />
      )}
    </Outcome>
  );
}
