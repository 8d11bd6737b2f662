import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { resources } from '../../api/catalogue';
import type { Facet, ResourceRow } from '../../api/catalogue';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { SearchBox } from '../../shared/SearchBox';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { useDepartments } from '../../shared/useDepartments';
import { usePaging, useParam } from '../../shared/useParam';

const path = (row: ResourceRow) => '/resources/' + encodeURIComponent(row.id);

/** The catalogue: what data there is, who answers for it, who may have it. */
export default function Resources() {
  const { t, pick, word } = useLanguage();
  const { nameOf } = useDepartments();
  const navigate = useNavigate();
  const [q, setQ] = useParam('q', '');
  const [department, setDepartment] = useParam('department', '');
  const [shareType, setShareType] = useParam('share', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['resources', q, department, shareType, paging.page], queryFn: () => resources({ q, department, shareType, page: paging.page, size: paging.size }), placeholderData: keepPreviousData });
  const columns = useMemo<Column<ResourceRow>[]>(
    () => [
      { key: 'title', title: t('catalogue.resource'), text: (row) => pick(row.title), show: (row) => <Link to={path(row)}>{pick(row.title)}</Link>, sort: true },
      { key: 'id', title: t('catalogue.id'), text: (row) => row.id, show: (row) => <code>{row.id}</code>, sort: true, hidden: true },
      { key: 'department', title: t('common.department'), text: (row) => pick(row.departmentTitle) || nameOf(row.department), show: (row) => <span className="cb-narrow-words">{pick(row.departmentTitle) || nameOf(row.department)}</span>, sort: true },
      { key: 'share', title: t('catalogue.shareType'), text: (row) => word('share', row.shareType), sort: true },
      { key: 'flow', title: t('catalogue.flow'), text: (row) => word('light', row.flow?.state), show: (row) => (row.flow?.state ? <StatusLight state={row.flow.state} /> : '—'), sort: true },
      { key: 'rows', title: t('catalogue.rows'), align: 'right', text: (row) => figureOf(row.flow?.rows, '').value, show: (row) => (row.flow?.rows == null ? '—' : <Figure figure={figureOf(row.flow.rows, 'lane:' + row.id, 'rows')} />), sort: true },
      { key: 'updated', title: t('catalogue.updated'), text: (row) => row.flow?.updatedAt, show: (row) => <Time at={row.flow?.updatedAt} />, sort: true },
      { key: 'cycle', title: t('catalogue.cycle'), text: (row) => word('cycle', row.updateCycle), hidden: true },
      { key: 'code', title: t('catalogue.code'), text: (row) => row.code, show: (row) => <code>{row.code ?? '—'}</code>, hidden: true },
    ],
    [t, pick, word, nameOf],
  );
  const facets = query.data?.facets;
  return (
    <Page title={t('catalogue.title')} purpose={t('catalogue.purpose')} asOf={query.dataUpdatedAt}>
      <QueryTable
        name="resources"
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(path(row))}
        paging={paging}
        filters={
          <>
            <SearchBox value={q} onSearch={setQ} placeholder={t('catalogue.search')} />
            <Facets label={t('common.department')} nameOf={nameOf} facets={facets?.department} chosen={department} onChoose={setDepartment} />
            <Facets label={t('catalogue.shareType')} nameOf={(code) => word('share', code)} facets={facets?.shareType} chosen={shareType} onChoose={setShareType} />
          </>
        }
        emptyText={t('catalogue.empty')}
      />
    </Page>
  );
}

type FacetProps = { label: string; nameOf: (code: string) => string; facets?: Facet[]; chosen: string; onChoose: (value: string | undefined) => void };

function Facets({ label, nameOf, facets = [], chosen, onChoose }: FacetProps) {
  if (!facets.length) return null;
  return (
    <div className="cb-facets" role="group" aria-label={label}>
      {facets.map((facet) => {
        const code = facet.value;
        return (
          <button key={code} type="button" aria-pressed={chosen === code} onClick={() => onChoose(chosen === code ? undefined : code)}>
            {nameOf(code)}
          </button>
        );
      })}
    </div>
  );
}
