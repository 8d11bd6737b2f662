import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, InputNumber } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { batch as readBatch, proofAddress } from '../../api/exchange';
import type { Batch } from '../../api/exchange';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { useMe } from '../../shared/useMe';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { grouped } from '../../shared/format';
import { Outcome } from '../../shared/page/Outcome';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';

/** A batch and its receipt, opened by ?batch=lane/sequence/row, with the proof of one row to take away. */
export function BatchDrawer({ resource }: { resource: string }) {
  const { t } = useLanguage();
  const [address, setAddress] = useParam('batch', '');
  const [lane = 0, sequence = 0, row] = address.split('/').map(Number);
  const query = useQuery({ queryKey: ['batch', resource, lane, sequence], queryFn: () => readBatch(resource, lane, sequence), enabled: !!address });
  return (
    <Drawer open={!!address} onClose={() => setAddress(undefined)} size={560} title={t('exchange.receipt')} destroyOnHidden>
      <Outcome query={query}>
        {({ batch, keys }) => (
          <div className="cb-stack" data-testid="receipt">
            <Receipt batch={batch} senderKey={keys?.[0]?.publicKeyHex} />
            <Proof batch={batch} start={row ?? 0} />
          </div>
        )}
      </Outcome>
    </Drawer>
  );
}

function Receipt({ batch, senderKey }: { batch: Batch; senderKey?: string }) {
  const { t } = useLanguage();
  const source = 'lane:' + batch.resource;
  const lines: [string, ReactNode][] = [
    [t('exchange.batch'), `${batch.resource} / ${batch.lane} / ${batch.sequence}`],
    [t('exchange.verdict'), <StatusLight key="verdict" state={batch.verdict} />],
    [t('common.reason'), batch.reason || '—'],
    [t('exchange.rows'), <Figure key="rows" figure={figureOf(batch.rowCount, source, 'row')} />],
    [t('exchange.good'), <Figure key="good" figure={figureOf(batch.goodRows, source, 'row')} />],
    [t('exchange.bad'), <Figure key="bad" figure={figureOf(batch.badRows, source, 'row')} />],
    [t('exchange.node'), <code key="node">{batch.node}</code>],
    [t('exchange.root'), <code key="root">{grouped(batch.root)}</code>],
    [t('exchange.signature'), <code key="signature">{batch.signature ? grouped(batch.signature) : '—'}</code>],
    [t('exchange.sourceTime'), <Time key="source" at={batch.sourceTime} precision="second" />],
    [t('exchange.closed'), <Time key="closed" at={batch.closedAt} precision="second" />],
    [t('exchange.received'), <Time key="received" at={batch.receivedAt} precision="second" />],
    [t('exchange.senderKey'), <code key="senderKey">{senderKey ? grouped(senderKey) : '—'}</code>],
    ['Kafka', <code key="kafka">{batch.place ? [batch.place.topic, batch.place.partition, batch.place.offset].join(' / ') : '—'}</code>],
  ];
  return (
    <dl className="cb-receipt">
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Proof({ batch, start }: { batch: Batch; start: number }) {
  const { t } = useLanguage();
  const [row, setRow] = useState<number>(start);
  const last = Math.max(0, batch.rowCount - 1);
  const me = useMe();
  if (!me.data?.authorities.includes('exchange.prove')) return null;
  return (
    <section>
      <h3>{t('exchange.proof')}</h3>
      <p className="cb-faint">{t('exchange.proofHelp')}</p>
      <div className="cb-inline-form">
        <InputNumber min={0} max={last} value={row} onChange={(next) => setRow(next ?? 0)} aria-label={t('exchange.row')} prefix={t('exchange.row')} />
        <Button type="primary" href={proofAddress(batch.resource, batch.lane, batch.sequence, row)} download={`proof-${batch.resource}-${batch.lane}-${batch.sequence}-${row}.json`}>
          {t('exchange.download')}
        </Button>
      </div>
    </section>
  );
}
