import { useQuery } from '@tanstack/react-query';
import { Segmented, Table, Tabs, Tag } from 'antd';
import { useParams } from 'react-router';
import { oneSeries, revisions } from '../../api/economy';
import type { Point, Series } from '../../api/economy';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { Figure } from '../../shared/figure/Figure';
import { formatNumber } from '../../shared/format';
import { Nothing } from '../../shared/page/Nothing';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { Moment } from '../../shared/time/Moment';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';
import { Change } from './Change';
import { SeriesChart } from './SeriesChart';

/** One series: chart, values with their changes, revisions, caliber and source. */
export default function SeriesPage() {
  const { code = '' } = useParams();
  const { t, pick } = useLanguage();
  const [by, setBy] = useParam('by', 'month');
  const [asKnown, setAsKnown] = useParam('known', '');
  const query = useQuery({ queryKey: ['economy', code, by, asKnown], queryFn: () => oneSeries(code, by, asKnown || undefined) });
  return (
    <Page title={query.data ? pick(query.data.title) : t('economy.one')} purpose={query.data ? pick(query.data.caliber) : t('economy.purpose')} asOf={query.dataUpdatedAt} back="/economy" print>
      <div className="cb-filters cb-when">
        <Segmented value={by} onChange={(value) => setBy(String(value))} options={[{ value: 'month', label: t('economy.month') }, { value: 'quarter', label: t('economy.quarter') }]} />
        <Moment label={t('registry.asKnown')} at={asKnown || undefined} onAt={setAsKnown} />
      </div>
      <Outcome query={query}>{(series) => (series.points.length ? <Content series={series} /> : <Nothing text={t('economy.notYet')} />)}</Outcome>
    </Page>
  );
}

function Content({ series }: { series: Series }) {
  const { t, pick } = useLanguage();
  const [tab, setTab] = useParam('tab', 'values');
  return (
    <>
      <Panel title={t('economy.chart', { unit: pick(series.unit) })} extra={<ResourceLink id={series.resource} />}>
        <SeriesChart series={series} />
      </Panel>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          { key: 'values', label: t('economy.values'), children: <Values points={[...series.points].reverse()} unit={pick(series.unit)} /> },
          { key: 'revisions', label: t('economy.revisions'), children: <Revisions code={series.code} unit={pick(series.unit)} /> },
        ]}
      />
    </>
  );
}

function Values({ points, unit }: { points: Point[]; unit: string }) {
  const { t } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="period"
      dataSource={points}
      pagination={{ pageSize: 24, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('economy.period'), dataIndex: 'period' },
        { title: t('economy.value', { unit }), align: 'right', render: (_, point) => <Figure figure={point.figure} /> },
        { title: t('economy.yoy'), align: 'right', render: (_, point) => <Change figure={point.yearOnYear} /> },
        { title: t('economy.pop'), align: 'right', render: (_, point) => <Change figure={point.periodOnPeriod} /> },
        { title: t('economy.state'), render: (_, point) => (point.open ? <Tag color="gold">{t('economy.open')}</Tag> : point.revised ? <Tag color="blue">{t('economy.revised', { times: String(point.revised) })}</Tag> : <Tag>{t('economy.first')}</Tag>) },
      ]}
    />
  );
}

function Revisions({ code, unit }: { code: string; unit: string }) {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['economy', code, 'revisions'], queryFn: () => revisions(code) });
  const figure = (period: string, value: number) => <Figure figure={{ value: formatNumber(value), unit: 'text', source: `economy:${code}:${period}:value`, asOf: '' }} />;
  return (
    <Outcome query={query}>
      {(list) => (
        <Table
          size="small"
          rowKey={(one) => one.period + one.knownAt}
          dataSource={list}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('economy.noRevisions') }}
          columns={[
            { title: t('economy.period'), dataIndex: 'period' },
            { title: t('economy.before', { unit }), align: 'right', render: (_, one) => figure(one.period, one.before) },
            { title: t('economy.after', { unit }), align: 'right', render: (_, one) => figure(one.period, one.after) },
            { title: t('economy.cityDay'), render: (_, one) => <Time at={one.cityDay} precision="day" /> },
            { title: t('registry.knownAt'), render: (_, one) => <Time at={one.knownAt} precision="second" /> },
          ]}
        />
      )}
    </Outcome>
  );
}
