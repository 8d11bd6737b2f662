import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { decide, steer, subscription } from '../../api/subscriptions';
import type { Action, Subscription } from '../../api/subscriptions';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { grouped } from '../../shared/format';
import { Failure } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { Time } from '../../shared/time/Time';
import { useMe } from '../../shared/useMe';
import { usePaging } from '../../shared/useParam';
import { Equal } from './Equal';
import { SubscriptionBatches } from './SubscriptionBatches';
import { SECONDS } from './subscriptionTexts';

const ACTIONS: Record<Action, string[]> = {
  pause: ['FLOWING'],
  resume: ['PAUSED'],
  compare: ['FLOWING'],
  reload: ['FLOWING', 'PAUSED', 'HELD'],
  end: ['REQUESTED', 'FLOWING', 'PAUSED', 'HELD'],
};

/** Whether anything was or will be delivered: neither while it waits nor when it was refused. */
const begun = (one: Subscription) => one.state !== 'REFUSED' && Boolean(one.decision.at);

/** One subscription: what was granted and why, counts of both sides, batches with receipts, findings, and what may be done. */
export default function SubscriptionPage() {
  const { id = '' } = useParams();
  const { t, pick } = useLanguage();
  const paging = usePaging(20, 'batch-page');
  const query = useQuery({ queryKey: ['subscription', id, paging.page], queryFn: () => subscription(id, paging.page, paging.size), placeholderData: keepPreviousData, refetchInterval: 5000 });
  const one = query.data?.subscription;
  return (
    <Page title={one ? `${pick(one.title)} · ${pick(one.providerTitle)} → ${pick(one.consumerTitle)}` : id} purpose={t('subscription.onePurpose')} asOf={query.dataUpdatedAt} source={'subscription:' + id} back="/exchange/subscriptions">
      <Outcome query={query}>
        {(found) => (
          <div className="cb-stack">
            {found.subscription.state === 'HELD' ? <Alert type="error" showIcon title={t('subscription.heldFor')} description={pick(found.subscription.hold.reason)} /> : null}
            <Steering one={found.subscription} />
            <Panel title={t(begun(found.subscription) ? 'subscription.granted' : 'subscription.wished')}>
              <Facts one={found.subscription} />
            </Panel>
            {begun(found.subscription) ? (
              <>
                <Panel title={t('subscription.bothSides')}>
                  <Sides one={found.subscription} />
                </Panel>
                <Panel title={t('subscription.batches')}>
                  <SubscriptionBatches subscription={found.subscription} batches={found.batches} total={found.batchTotal} paging={paging} />
                </Panel>
              </>
            ) : null}
            <Panel title={t('subscription.findings')}>
              {found.findings.length ? (
                <ul className="cb-list">
                  {found.findings.map((finding) => (
                    <li key={finding.id}>
                      <StatusLight state={finding.mendedAt ? 'MENDED' : 'OPEN'} /> <code>{finding.code}</code> {pick(finding.reason)} · <code>{finding.place}</code> · <Time at={finding.foundAt} precision="second" />
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="cb-faint">{t('subscription.noFindings')}</p>
              )}
            </Panel>
          </div>
        )}
      </Outcome>
    </Page>
  );
}

function Lines({ lines }: { lines: [string, ReactNode][] }) {
  return (
    <dl className="cb-receipt cb-terms">
      {lines.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ one }: { one: Subscription }) {
  const { t, pick } = useLanguage();
  const who = useAccounts();
  const lines: [string, ReactNode][] = [
    [t('common.state'), <StatusLight key="state" state={one.state} />],
    [t('common.resource'), <Link key="resource" to={'/resources/' + encodeURIComponent(one.resource)}>{pick(one.title)} <code>{one.resource}</code></Link>],
    [t('subscription.table'), <code key="table">citybrain_received.{one.table}</code>],
    [t('subscription.fields'), <span key="fields" title={one.fields.join(', ')}>{one.fieldTitles.map(pick).join(t('common.comma'))}</span>],
    [t('subscription.filter'), pick(one.filterWords)],
    [t('subscription.why'), pick(one.purpose)],
    [t('subscription.basis'), pick(one.legalBasis)],
    [t('subscription.asked'), <span key="asked">{who(one.request.by)} · <Time at={one.request.at} /></span>],
    [t('subscription.decided'), one.decision.at ? <span key="decided">{who(one.decision.by)} · <Time at={one.decision.at} /> · {pick(one.decision.basis)}</span> : '—'],
  ];
  if (one.run) lines.push([t('subscription.run'), <Link key="run" to={'/exchange/runs/' + one.run}>{one.run}</Link>]);
  return <Lines lines={lines} />;
}

/** How far a lane has come, with where that is known from. */
function At({ lane, sequence, source }: { lane: number | string; sequence: number; source: string }) {
  return (
    <span className="cb-position">
      {lane} / <Figure figure={figureOf(sequence, source)} />
    </span>
  );
}

function Sides({ one }: { one: Subscription }) {
  const { t } = useLanguage();
  const source = 'subscription:' + one.id;
  const compared = one.comparison;
  const positions = Object.entries(one.positions);
  const count = (value: number) => <Figure figure={figureOf(value, source, 'row')} />;
  return (
    <Lines
      lines={[
        [t('subscription.sent'), <Figure key="sent" figure={one.sent} />],
        [t('subscription.applied'), <Figure key="applied" figure={one.applied} />],
        [t('subscription.tableRows'), <Figure key="rows" figure={one.tableRows} />],
        [t('subscription.position'), <At key="position" lane={one.lane} sequence={one.sequence} source={source} />],
        [t('subscription.sourcePosition'), positions.length ? positions.map(([lane, at]) => <At key={lane} lane={lane} sequence={at} source={'lane:' + one.resource} />) : '—'],
        [t('subscription.delay'), one.delay == null ? '—' : <Figure key="delay" figure={{ value: SECONDS(one.delay), source }} />],
        [t('subscription.sides'), <Equal key="equal" equal={one.equal} />],
        [t('subscription.ours'), compared ? <span key="ours">{count(compared.ourRows)} <code>{grouped(compared.ourChecksum)}</code></span> : '—'],
        [t('subscription.theirs'), compared ? <span key="theirs">{count(compared.theirRows)} <code>{grouped(compared.theirChecksum)}</code></span> : '—'],
        [t('subscription.comparedAt'), <Time key="at" at={compared?.at} precision="second" />],
      ]}
    />
  );
}

/** What the reader may do now; the rest is not shown. */
function Steering({ one }: { one: Subscription }) {
  const { t } = useLanguage();
  const me = useMe().data;
  const rights = me?.authorities ?? [];
  const gives = !me?.department || me.department === one.provider;
  const takesPart = gives || me.department === one.consumer;
  const client = useQueryClient();
  const [basis, setBasis] = useState('');
  const done = () => client.invalidateQueries({ queryKey: ['subscription', one.id] });
  const answer = useMutation({ mutationFn: (granted: boolean) => decide(one.id, granted, basis), onSuccess: done });
  const act = useMutation({ mutationFn: (action: Action) => steer(one.id, action), onSuccess: done });
  const failed = answer.error ?? act.error;
  const actions = takesPart && rights.includes('subscription.steer') ? (Object.keys(ACTIONS) as Action[]).filter((action) => ACTIONS[action].includes(one.state)) : [];
  return (
    <div className="cb-stack">
      {one.state === 'REQUESTED' && gives && rights.includes('subscription.decide') ? (
        <div className="cb-inline-form">
          <Input value={basis} onChange={(event) => setBasis(event.target.value)} aria-label={t('subscription.decisionBasis')} placeholder={t('subscription.decisionBasis')} />
          <Button type="primary" disabled={!basis.trim()} loading={answer.isPending} onClick={() => answer.mutate(true)}>
            {t('subscription.grant')}
          </Button>
          <Button danger disabled={!basis.trim()} loading={answer.isPending} onClick={() => answer.mutate(false)}>
            {t('subscription.refuse')}
          </Button>
          <span className="cb-help">{t('subscription.decideHelp')}</span>
        </div>
      ) : null}
      {actions.length ? (
        <div className="cb-inline-form">
          {actions.map((action) => (
            <Popconfirm key={action} title={t(`subscription.sure.${action}`)} onConfirm={() => act.mutate(action)}>
              <Button danger={action === 'end'} loading={act.isPending && act.variables === action}>
                {t(`subscription.do.${action}`)}
              </Button>
            </Popconfirm>
          ))}
        </div>
      ) : null}
      {failed ? <Failure error={failed} /> : null}
    </div>
  );
}
