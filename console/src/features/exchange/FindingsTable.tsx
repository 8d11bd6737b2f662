import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { findings, setFinding } from '../../api/exchange';
import type { ExchangeFinding } from '../../api/exchange';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';

const DEPARTMENTS = ['public_security', 'health_insurance', 'civil_affairs', 'human_resources'];
const place = (finding: ExchangeFinding) => `/exchange/${encodeURIComponent(finding.resource)}?batch=${finding.lane}/${finding.sequence}/${finding.rowNo}`;

/** Bad rows as findings: which row, which field, which rule, how to mend it. */
export function FindingsTable({ resource }: { resource?: string }) {
  const { t, pick, word } = useLanguage();
  const [state, setState] = useParam('findings', 'OPEN');
  const [department, setDepartment] = useParam('department', '');
  const paging = usePaging(20);
  const query = useQuery({ queryKey: ['findings', resource, department, state, paging.page], queryFn: () => findings({ resource, department: resource ? undefined : department, state: state === 'ALL' ? undefined : state, page: paging.page, size: paging.size }), placeholderData: keepPreviousData });
  const columns = useMemo<Column<ExchangeFinding>[]>(
    () => [
      { key: 'severity', title: t('exchange.severity'), width: 90, text: (finding) => word('severity', finding.severity), show: (finding) => <StatusLight state={finding.severity} text={word('severity', finding.severity)} />, sort: true },
      { key: 'code', title: t('exchange.problem'), text: (finding) => pick(finding.title) || word('finding', finding.code), show: (finding) => <span className="cb-wrap">{pick(finding.title) || word('finding', finding.code)}</span>, sort: true },
      { key: 'resource', title: t('common.resource'), text: (finding) => finding.resource, show: (finding) => <Link to={'/resources/' + encodeURIComponent(finding.resource)}>{finding.resource}</Link>, hidden: !!resource },
      { key: 'row', title: t('exchange.place'), text: (finding) => `${finding.lane}/${finding.sequence}/${finding.rowNo}`, show: (finding) => <Link to={place(finding)}>{`${finding.lane}/${finding.sequence}/${finding.rowNo}`}</Link> },
      { key: 'key', title: t('exchange.rowKey'), text: (finding) => finding.rowKeyMasked },
      { key: 'field', title: t('exchange.field'), text: (finding) => finding.field, show: (finding) => <code>{finding.field}</code>, sort: true },
      { key: 'excerpt', title: t('exchange.excerpt'), text: (finding) => finding.excerpt, show: (finding) => <code className="cb-wrap">{finding.excerpt}</code> },
      { key: 'mend', title: t('exchange.mend'), text: (finding) => pick(finding.mend) || word('mend', finding.code), show: (finding) => <span className="cb-wrap">{pick(finding.mend) || word('mend', finding.code)}</span> },
      { key: 'found', title: t('exchange.found'), text: (finding) => finding.foundAt, show: (finding) => <Time at={finding.foundAt} />, sort: true },
      { key: 'state', title: t('common.state'), text: (finding) => word('light', finding.state), show: (finding) => <StateCell finding={finding} /> },
    ],
    [t, pick, word, resource],
  );
  const all = t('common.all');
  return (
    <QueryTable
      name={resource ? 'lane-findings' : 'findings'}
      query={query}
      columns={columns}
      rowKey={(finding) => String(finding.id)}
      paging={paging}
      filters={
        <>
          <Select className="cb-select" aria-label={t('common.state')} value={state} onChange={setState} options={[{ value: 'ALL', label: `${t('common.state')}: ${all}` }, ...['OPEN', 'MENDED', 'CLOSED'].map((code) => ({ value: code, label: word('light', code) }))]} />
          {resource ? null : <Select className="cb-select" aria-label={t('common.department')} value={department} onChange={setDepartment} options={[{ value: '', label: `${t('common.department')}: ${all}` }, ...DEPARTMENTS.map((code) => ({ value: code, label: word('department', code) }))]} />}
        </>
      }
      emptyText={t('exchange.noFindings')}
    />
  );
}

function StateCell({ finding }: { finding: ExchangeFinding }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => setFinding(finding.id, 'CLOSED'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
    onError: (error) => void message.error(failureText(error, t)),
  });
  return (
    <>
      <StatusLight state={finding.state} />{' '}
      {finding.state === 'OPEN' ? (
        <Button type="link" size="small" loading={close.isPending} onClick={() => close.mutate()}>
          {t('exchange.close')}
        </Button>
      ) : null}
    </>
  );
}
