import { Table } from 'antd';
import type { Batch } from '../../api/exchange';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { shortDigest } from '../../shared/format';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';

type Props = { batches: Batch[]; total: number; paging: { page: number; size: number; onPage: (page: number) => void } };

export function Batches({ batches, total, paging }: Props) {
  const { t } = useLanguage();
  const [, setBatch] = useParam('batch', '');
  const source = (batch: Batch) => 'lane:' + batch.resource;
  return (
    <Table
      size="small"
      rowKey={(batch) => `${batch.lane}/${batch.sequence}`}
      dataSource={batches}
      scroll={{ x: 'max-content' }}
      pagination={{ current: paging.page + 1, pageSize: paging.size, total, onChange: (next) => paging.onPage(next - 1), showSizeChanger: false, hideOnSinglePage: true, size: 'small', showTotal: (n) => t('table.total', { n }) }}
      columns={[
        {
          title: t('exchange.batch'),
          render: (_, batch) => (
            <button type="button" className="cb-plain" data-testid="batch" onClick={() => setBatch(`${batch.lane}/${batch.sequence}`)}>
              {batch.lane} / {batch.sequence}
            </button>
          ),
        },
        { title: t('exchange.verdict'), render: (_, batch) => <StatusLight state={batch.verdict} /> },
        { title: t('exchange.rows'), align: 'right', render: (_, batch) => <Figure figure={figureOf(batch.rowCount, source(batch))} /> },
        { title: t('exchange.bad'), align: 'right', render: (_, batch) => <Figure figure={figureOf(batch.badRows, source(batch))} /> },
        { title: t('exchange.root'), render: (_, batch) => <code title={batch.root}>{shortDigest(batch.root)}</code> },
        { title: t('exchange.sourceTime'), render: (_, batch) => <Time at={batch.sourceTime} precision="second" /> },
        { title: t('exchange.received'), render: (_, batch) => <Time at={batch.receivedAt} precision="second" /> },
      ]}
    />
  );
}
