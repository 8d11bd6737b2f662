import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { cases } from '../../api/cases';
import type { CaseRow } from '../../api/cases';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { SearchBox } from '../../shared/SearchBox';
import { StatusLight } from '../../shared/StatusLight';
import { FigureCards } from '../../shared/page/FigureCards';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Due } from '../../shared/time/Due';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';

const path = (row: CaseRow) => '/cases/' + encodeURIComponent(row.id);

/** Every case the reader's region may see, by stage. */
export default function Cases() {
  const { t, pick, word } = useLanguage();
  const navigate = useNavigate();
  const [stage, setStage] = useParam('stage', '');
  const [q, setQ] = useParam('q', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['cases', stage, q, paging.page], queryFn: () => cases({ stage, q, page: paging.page, size: paging.size }), placeholderData: keepPreviousData });
  const columns = useMemo<Column<CaseRow>[]>(
    () => [
      { key: 'light', title: t('cases.light'), width: 110, text: (row) => word('light', row.light), show: (row) => (row.light ? <StatusLight state={row.light} /> : '—'), sort: true },
      { key: 'title', title: t('cases.case'), text: (row) => pick(row.title), show: (row) => <Link to={path(row)}>{pick(row.title)}</Link> },
      { key: 'subject', title: t('common.person'), text: (row) => row.subjectName, show: (row) => <Masked text={row.subjectName} /> },
      { key: 'place', title: t('common.place'), text: (row) => row.place?.name, sort: true },
      { key: 'stage', title: t('cases.stage'), text: (row) => pick(row.stageTitle) || word('stage', row.stage), sort: true },
      { key: 'due', title: t('cases.due'), text: (row) => row.due, show: (row) => <Due at={row.due} paused={row.light === 'PAUSED'} />, sort: true },
      { key: 'opened', title: t('cases.opened'), text: (row) => row.openedAt, show: (row) => <Time at={row.openedAt} />, sort: true },
      { key: 'scene', title: t('common.scene'), text: (row) => row.scene, hidden: true },
      { key: 'id', title: t('cases.number'), text: (row) => row.id, show: (row) => <code>{row.id}</code>, hidden: true },
    ],
    [t, pick, word],
  );
  const cards = (query.data?.stages ?? []).map(({ id, title, count }) => ({ id, label: pick(title), figure: figureOf(count, 'cases:' + id, 'cases') }));
  return (
    <Page title={t('cases.title')} purpose={t('cases.purpose')} asOf={query.dataUpdatedAt} source={cards[0]?.figure.source}>
      {cards.length ? <FigureCards cards={cards} chosen={stage} onChoose={(id) => setStage(id === stage ? undefined : id)} /> : null}
      <QueryTable name="cases" query={query} columns={columns} rowKey={(row) => row.id} onOpen={(row) => void navigate(path(row))} paging={paging} filters={<SearchBox value={q} onSearch={setQ} />} emptyText={t('cases.empty')} />
    </Page>
  );
}
