import { Button, Drawer, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { deliveredProof } from '../../api/subscriptions';
import type { SubscribedBatch, Subscription } from '../../api/subscriptions';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { grouped, shortDigest } from '../../shared/format';
import { Time } from '../../shared/time/Time';
import { useMe } from '../../shared/useMe';

type Props = { subscription: Subscription; batches: SubscribedBatch[]; total: number; paging: { page: number; size: number; onPage: (page: number) => void } };

/** Messages of a subscription: what the platform signed and what the consumer's receipt says of it. */
export function SubscriptionBatches({ subscription, batches, total, paging }: Props) {
  const { t, word } = useLanguage();
  const [opened, setOpened] = useState<SubscribedBatch>();
  const source = 'subscription:' + subscription.id;
  return (
    <>
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
              <button type="button" className="cb-plain" data-testid="subscribed-batch" onClick={() => setOpened(batch)}>
                {batch.lane} / {batch.sequence}
              </button>
            ),
          },
          { title: t('subscription.kind'), render: (_, batch) => word('subscriptionKind', batch.kind) },
          { title: t('subscription.upserts'), align: 'right', render: (_, batch) => <Figure figure={figureOf(batch.upserts, source)} /> },
          { title: t('subscription.deletes'), align: 'right', render: (_, batch) => <Figure figure={figureOf(batch.deletes, source)} /> },
          { title: t('exchange.root'), render: (_, batch) => <code title={batch.root}>{batch.root ? shortDigest(batch.root) : '—'}</code> },
          { title: t('subscription.receipt'), render: (_, batch) => (batch.verdict ? <StatusLight state={batch.verdict} /> : <span className="cb-faint">{t('subscription.unanswered')}</span>) },
          { title: t('subscription.appliedAt'), render: (_, batch) => <Time at={batch.appliedAt} precision="second" /> },
        ]}
      />
      <Drawer open={!!opened} onClose={() => setOpened(undefined)} size={560} title={t('subscription.receipts')} destroyOnHidden>
        {opened ? <Receipts subscription={subscription} batch={opened} /> : null}
      </Drawer>
    </>
  );
}

function Receipts({ subscription, batch }: { subscription: Subscription; batch: SubscribedBatch }) {
  const { t, pick } = useLanguage();
  const [row, setRow] = useState(0);
  const may = useMe().data?.authorities.includes('exchange.prove');
  const receipt = batch.receipt ? (JSON.parse(batch.receipt) as Record<string, string | number>) : null;
  const last = batch.upserts + batch.deletes - 1;
  return (
    <div className="cb-stack">
      <section>
        <h3>{t('subscription.platformSide')}</h3>
        <dl className="cb-receipt">
          <div><dt>{t('exchange.batch')}</dt><dd>{batch.lane} / {batch.sequence}</dd></div>
          <div><dt>{t('exchange.root')}</dt><dd><code>{batch.root ? grouped(batch.root) : '—'}</code></dd></div>
          <div><dt>{t('subscription.checksum')}</dt><dd><code>{batch.checksum ? grouped(batch.checksum) : '—'}</code></dd></div>
          <div><dt>{t('exchange.closed')}</dt><dd><Time at={batch.plannedAt} precision="second" /></dd></div>
        </dl>
      </section>
      <section>
        <h3>{t('subscription.consumerSide')}</h3>
        {receipt ? (
          <dl className="cb-receipt">
            <div><dt>{t('subscription.receipt.verdict')}</dt><dd><StatusLight state={String(receipt.verdict ?? 'WAITING')} /></dd></div>
            <div><dt>{t('subscription.receipt.reason')}</dt><dd>{pick(String(receipt.reason ?? '')) || '—'}</dd></div>
            {(['upserts', 'deletes', 'tableRows'] as const).map((name) => (
              <div key={name}><dt>{t(`subscription.receipt.${name}`)}</dt><dd><Figure figure={figureOf(Number(receipt[name] ?? 0), 'subscription:' + subscription.id)} /></dd></div>
            ))}
            {(['checksum', 'root', 'signature'] as const).map((name) => (
              <div key={name}><dt>{t(`subscription.receipt.${name}`)}</dt><dd><code className="cb-wrap">{receipt[name] ? grouped(String(receipt[name])) : '—'}</code></dd></div>
            ))}
          </dl>
        ) : (
          <p className="cb-faint">{t('subscription.unanswered')}</p>
        )}
      </section>
      {may && batch.kind === 'ROWS' && receipt ? (
        <section>
          <h3>{t('exchange.proof')}</h3>
          <p className="cb-faint">{t('exchange.proofHelp')}</p>
          <div className="cb-inline-form">
            <InputNumber min={0} max={Math.max(0, last)} value={row} onChange={(next) => setRow(next ?? 0)} aria-label={t('exchange.row')} prefix={t('exchange.row')} />
            <Button type="primary" href={deliveredProof(subscription.id, batch.lane, batch.sequence, row)} download={`proof-${subscription.id}-${batch.lane}-${batch.sequence}-${row}.json`}>
              {t('exchange.download')}
            </Button>
          </div>
        </section>
      ) : null}
    </div>
  );
}
