import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PlayCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { runs, subscriptions } from '../../api/subscriptions';
import type { Subscription } from '../../api/subscriptions';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { FigureCards } from '../../shared/page/FigureCards';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { useMe } from '../../shared/useMe';
import { useParam } from '../../shared/useParam';
import { Equal } from './Equal';
import { SECONDS } from './subscriptionTexts';

const STATES = ['REQUESTED', 'LAYING', 'FLOWING', 'PAUSED', 'HELD', 'ENDED', 'REFUSED'];
const CARDS = [
  { id: 'subscriptions', tone: 'plain' },
  { id: 'sent', tone: 'plain' },
  { id: 'tableRows', tone: 'plain' },
  { id: 'equal', tone: 'onTime' },
  { id: 'held', tone: 'overdue' },
] as const;

const path = (one: Subscription) => '/exchange/subscriptions/' + one.id;

/** Every subscription of a department to another's rows, with counts of both sides. */
export default function Subscriptions() {
  const { t, pick, word } = useLanguage();
  const navigate = useNavigate();
  const [state, setState] = useParam('state', '');
  const query = useQuery({ queryKey: ['subscriptions', state], queryFn: () => subscriptions({ state, size: 200 }), placeholderData: keepPreviousData, refetchInterval: 5000 });
  const all = useQuery({ queryKey: ['subscriptions', 'runs'], queryFn: runs });
  const columns = useMemo<Column<Subscription>[]>(
    () => [
      { key: 'state', title: t('common.state'), width: 130, text: (one) => word('light', one.state), show: (one) => <StatusLight state={one.state} />, sort: true },
      { key: 'title', title: t('common.resource'), text: (one) => pick(one.title), show: (one) => <Link to={path(one)}>{pick(one.title)}</Link>, sort: true },
      { key: 'provider', title: t('subscription.provider'), text: (one) => pick(one.providerTitle), show: (one) => <span className="cb-narrow-words">{pick(one.providerTitle)}</span>, sort: true },
      { key: 'consumer', title: t('subscription.consumer'), text: (one) => pick(one.consumerTitle), show: (one) => <span className="cb-narrow-words">{pick(one.consumerTitle)}</span>, sort: true },
      { key: 'filter', title: t('subscription.filter'), text: (one) => pick(one.filterWords), show: (one) => <span className="cb-narrow-words">{pick(one.filterWords)}</span> },
      { key: 'sent', title: t('subscription.sent'), align: 'right', text: (one) => one.sent.value, show: (one) => <Figure figure={{ ...one.sent, unit: '' }} />, sort: true },
      { key: 'rows', title: t('subscription.tableRows'), align: 'right', text: (one) => one.tableRows.value, show: (one) => <Figure figure={{ ...one.tableRows, unit: '' }} />, sort: true },
      { key: 'equal', title: t('subscription.sides'), text: (one) => t(one.equal == null ? 'subscription.notCompared' : one.equal ? 'subscription.equal' : 'subscription.different'), show: (one) => <Equal equal={one.equal} /> },
      { key: 'delay', title: t('subscription.delay'), align: 'right', text: (one) => (one.delay == null ? '—' : SECONDS(one.delay)), show: (one) => (one.delay == null ? '—' : <Figure figure={{ value: SECONDS(one.delay), source: 'subscription:' + one.id }} />), sort: true },
      { key: 'applied', title: t('subscription.lastReceipt'), text: (one) => one.appliedAt ?? '', show: (one) => <Time at={one.appliedAt} precision="second" />, sort: true },
    ],
    [t, pick, word],
  );
  const figures = query.data?.figures ?? {};
  const cards = CARDS.flatMap(({ id, tone }) => (figures[id] ? [{ id, tone, label: t(`subscription.card.${id}`), figure: figures[id] }] : []));
  return (
    <Page title={t('subscription.title')} purpose={t('subscription.purpose')} asOf={query.dataUpdatedAt} source="subscriptions:" back="/exchange" actions={<Beginnings />}>
      {cards.length ? <FigureCards cards={cards} /> : null}
      {all.data?.length ? (
        <Panel title={t('subscription.runs')}>
          <ul className="cb-list">
            {all.data.map((each) => (
              <li key={each.id}>
                <Link className="cb-underlined" to={'/exchange/runs/' + each.id}>{pick({ zh: each.titleZh, en: each.titleEn })}</Link> · <Time at={each.startedAt} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <QueryTable
        name="subscriptions"
        query={query}
        columns={columns}
        rowKey={(one) => one.id}
        onOpen={(one) => void navigate(path(one))}
        filters={<Select className="cb-select" aria-label={t('common.state')} value={state} onChange={setState} options={[{ value: '', label: `${t('common.state')}: ${t('common.all')}` }, ...STATES.map((code) => ({ value: code, label: word('light', code) }))]} />}
        emptyText={t('subscription.empty')}
      />
    </Page>
  );
}

/** What the reader may begin. */
function Beginnings() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const me = useMe().data;
  const rights = me?.authorities ?? [];
  return (
    <>
      {rights.includes('subscription.request') && me?.department ? (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/exchange/subscriptions/new')}>
          {t('subscription.ask.title')}
        </Button>
      ) : null}
      {rights.includes('subscription.decide') && !me?.department ? (
        <Button icon={<PlayCircleOutlined />} onClick={() => void navigate('/exchange/runs/new')}>
          {t('subscription.start.title')}
        </Button>
      ) : null}
    </>
  );
}
