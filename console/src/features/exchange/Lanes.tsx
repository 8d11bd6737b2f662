import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { lanes, waiting } from '../../api/exchange';
import type { Lane } from '../../api/exchange';
import { figureOf } from '../../api/types';
import type { Count, Figure as FigureShape } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { FigureCards } from '../../shared/page/FigureCards';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { useDepartments } from '../../shared/useDepartments';
import { useParam } from '../../shared/useParam';

const path = (lane: Lane) => '/exchange/' + encodeURIComponent(lane.resource);

const CARDS = [
  { id: 'rows', tone: 'plain' },
  { id: 'badRows', tone: 'near' },
  { id: 'lanes', tone: 'plain' },
  { id: 'standing', tone: 'overdue' },
  { id: 'waiting', tone: 'near' },
] as const;

/** Every lane between a department and the pool; what stands still comes first. */
export default function Lanes() {
  const { t, pick, word } = useLanguage();
  const { nameOf } = useDepartments();
  const navigate = useNavigate();
  const [department, setDepartment] = useParam('department', '');
  const [state, setState] = useParam('state', '');
  const query = useQuery({ queryKey: ['lanes'], queryFn: lanes, refetchInterval: 5000 });
  const queue = useQuery({ queryKey: ['lanes', 'waiting'], queryFn: waiting, refetchInterval: 5000 });
  const columns = useMemo<Column<Lane>[]>(
    () => [
      { key: 'state', title: t('common.state'), width: 110, text: (lane) => word('light', lane.state), show: (lane) => <StatusLight state={lane.state} />, sort: true },
      { key: 'title', title: t('common.resource'), text: (lane) => pick(lane.title) || lane.resource, show: (lane) => <Link to={path(lane)}>{pick(lane.title) || lane.resource}</Link>, sort: true },
      { key: 'resource', title: t('exchange.id'), text: (lane) => lane.resource, show: (lane) => <code>{lane.resource}</code>, sort: true, hidden: true },
      { key: 'department', title: t('common.department'), text: (lane) => nameOf(lane.department), show: (lane) => <span className="cb-narrow-words">{nameOf(lane.department)}</span>, sort: true },
      { key: 'sequence', title: t('exchange.batches'), align: 'right', text: (lane) => figureOf(lane.sequence, '').value, show: (lane) => <Plain count={lane.sequence} lane={lane} />, sort: true },
      { key: 'rows', title: t('exchange.rows'), align: 'right', text: (lane) => figureOf(lane.rows, '').value, show: (lane) => <Plain count={lane.rows} lane={lane} />, sort: true },
      { key: 'bad', title: t('exchange.bad'), align: 'right', text: (lane) => figureOf(lane.badRows, '').value, show: (lane) => <Plain count={lane.badRows} lane={lane} />, sort: true },
      { key: 'open', title: t('exchange.open'), align: 'right', text: (lane) => figureOf(lane.openFindings, '').value, show: (lane) => <Plain count={lane.openFindings} lane={lane} />, sort: true },
      { key: 'updated', title: t('exchange.updated'), text: (lane) => lane.updatedAt, show: (lane) => <Time at={lane.updatedAt} precision="second" />, sort: true },
      { key: 'reason', title: t('common.reason'), text: (lane) => pick(lane.reason), show: (lane) => (lane.reason ? <span className="cb-wrap">{pick(lane.reason)}</span> : null) },
    ],
    [t, pick, word, nameOf],
  );
  const page = query.data;
  const departments = [...new Set((page?.rows ?? []).map((lane) => lane.department))].sort();
  const rows = (page?.rows ?? []).filter((lane) => (!department || lane.department === department) && (!state || lane.state === state)).sort((a, b) => Number(a.state === 'FLOWING') - Number(b.state === 'FLOWING'));
  const filtered = page ? ({ ...query, data: { ...page, rows, total: rows.length } } as typeof query) : query;
  const figures: Record<string, FigureShape | undefined> = { ...page?.figures, waiting: queue.data?.waiting };
  const cards = CARDS.flatMap(({ id, tone }) => (figures[id] ? [{ id, tone, label: t(`exchange.card.${id}`), figure: figures[id] }] : []));
  const all = t('common.all');
  return (
    <Page title={t('exchange.title')} purpose={t('exchange.purpose')} asOf={query.dataUpdatedAt} source={cards[0]?.figure.source}>
      {cards.length ? <FigureCards cards={cards} /> : null}
      <QueryTable
        name="lanes"
        query={filtered}
        columns={columns}
        rowKey={(lane) => lane.resource + '/' + lane.lane}
        onOpen={(lane) => void navigate(path(lane))}
        filters={
          <>
            <Select className="cb-select" aria-label={t('common.department')} value={department} onChange={setDepartment} options={[{ value: '', label: `${t('common.department')}: ${all}` }, ...departments.map((code) => ({ value: code, label: nameOf(code) }))]} />
            <Select className="cb-select" aria-label={t('common.state')} value={state} onChange={setState} options={[{ value: '', label: `${t('common.state')}: ${all}` }, ...['FLOWING', 'HELD', 'PARKED'].map((code) => ({ value: code, label: word('light', code) }))]} />
          </>
        }
        emptyText={t('exchange.empty')}
      />
    </Page>
  );
}

/** The column's title says the unit once for all rows. */
function Plain({ count, lane }: { count: Count; lane: Lane }) {
  return <Figure figure={{ ...figureOf(count, 'lane:' + lane.resource), unit: '' }} />;
}
