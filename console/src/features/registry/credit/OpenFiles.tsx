import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link } from 'react-router';
import { openFiles } from '../../../api/credit';
import { useLanguage } from '../../../i18n';
import { ResourceLink } from '../../../shared/ResourceLink';
import { Outcome } from '../../../shared/page/Outcome';
import { Panel } from '../../../shared/page/Panel';
import { Time } from '../../../shared/time/Time';
import { useMe } from '../../../shared/useMe';

/** What waits for an answer or a decision: all of it at a desk, one's own in a department. */
export function OpenFiles() {
  const { t } = useLanguage();
  const follows = useMe().data?.authorities.includes('credit.follow');
  return follows ? (
    <Panel title={t('credit.open')}>
      <List />
    </Panel>
  ) : null;
}

function List() {
  const { t, word } = useLanguage();
  const query = useQuery({ queryKey: ['credit-open'], queryFn: openFiles });
  return (
    <Outcome query={query}>
      {(open) => (
        <Table
          size="small"
          rowKey="id"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('credit.nothingOpen') }}
          dataSource={[...open.objections.map((one) => ({ ...one, kind: 'objection' as const, at: one.raisedAt, words: one.reason })), ...open.repairs.map((one) => ({ ...one, kind: 'repair' as const, at: one.askedAt, words: one.commitment }))]}
          columns={[
            { title: t('common.time'), render: (_, one) => <Time at={one.at} precision="second" /> },
            { title: t('credit.procedure'), render: (_, one) => <Link to={'/credit/' + encodeURIComponent(one.record) + '?tab=procedures'}>{t(one.kind === 'objection' ? 'credit.oneObjection' : 'credit.oneRepair')}</Link> },
            { title: t('registry.source'), render: (_, one) => <ResourceLink id={one.resource} /> },
            { title: t('registry.reason'), render: (_, one) => <span className="cb-wrap">{one.words}</span> },
            { title: t('registry.correctionState'), render: (_, one) => word(one.kind === 'objection' ? 'credit.objection' : 'credit.repair', one.state) },
          ]}
        />
      )}
    </Outcome>
  );
}
