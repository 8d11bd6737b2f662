import { DownOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Select } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { findings, setFinding } from '../../api/exchange';
import type { ExchangeFinding } from '../../api/exchange';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { useDepartments } from '../../shared/useDepartments';
import { useFieldNames } from '../../shared/useFieldNames';
import { useMe } from '../../shared/useMe';
import { usePaging, useParam } from '../../shared/useParam';

const STATES = ['OPEN', 'SENT_BACK', 'MENDED', 'ACCEPTED'];
const position = (finding: ExchangeFinding) => finding.place || `${finding.lane}/${finding.sequence}/${finding.row}`;
const batchPath = (finding: ExchangeFinding) => `/exchange/${encodeURIComponent(finding.resource)}?batch=${finding.lane}/${finding.sequence}/${finding.row}`;

/** Bad rows as findings: which row, which field, which rule, how to mend it. */
export function FindingsTable({ resource }: { resource?: string }) {
  const { t, pick, word } = useLanguage();
  const departments = useDepartments();
  const [state, setState] = useParam('findings', 'OPEN');
  const [department, setDepartment] = useParam('department', '');
  const paging = usePaging(20);
  const query = useQuery({ queryKey: ['findings', resource, department, state, paging.page], queryFn: () => findings({ resource, department: resource ? undefined : department, state: state === 'ALL' ? undefined : state, page: paging.page, size: paging.size }), placeholderData: keepPreviousData });
  const fieldOf = useFieldNames((query.data?.rows ?? []).filter((finding) => finding.field).map((finding) => finding.resource));
  const columns = useMemo<Column<ExchangeFinding>[]>(
    () => [
      { key: 'severity', title: t('exchange.severity'), width: 90, text: (finding) => word('severity', finding.severity), show: (finding) => <StatusLight state={finding.severity} text={word('severity', finding.severity)} />, sort: true },
      { key: 'code', title: t('exchange.problem'), text: (finding) => pick({ zh: finding.args.message_zh ?? finding.code, en: finding.args.message_en }), show: (finding) => <Told message={pick({ zh: finding.args.message_zh ?? finding.code, en: finding.args.message_en })} advice={pick({ zh: finding.args.advice_zh ?? '', en: finding.args.advice_en })} />, sort: true },
      { key: 'resource', title: t('common.resource'), text: (finding) => finding.resource, show: (finding) => <ResourceLink id={finding.resource} />, hidden: !!resource },
      { key: 'row', title: t('exchange.place'), text: position, show: (finding) => (finding.place ? finding.place : <Link to={batchPath(finding)}>{position(finding)}</Link>) },
      { key: 'key', title: t('exchange.rowKey'), text: (finding) => finding.rowKey, hidden: true },
      { key: 'field', title: t('exchange.field'), text: (finding) => fieldOf(finding.resource, finding.field ?? ''), show: (finding) => <span title={finding.field ?? ''}>{fieldOf(finding.resource, finding.field ?? '')}</span>, sort: true },
      { key: 'excerpt', title: t('exchange.excerpt'), text: (finding) => finding.excerpt, show: (finding) => <code className="cb-wrap">{finding.excerpt}</code> },
      { key: 'mend', title: t('exchange.mend'), text: (finding) => pick({ zh: finding.args.advice_zh ?? '', en: finding.args.advice_en }), hidden: true },
      { key: 'found', title: t('exchange.found'), text: (finding) => finding.foundAt, show: (finding) => <Time at={finding.foundAt} />, sort: true },
      { key: 'state', title: t('common.state'), text: (finding) => word('findingState', finding.state), show: (finding) => <StateCell finding={finding} /> },
    ],
    [t, pick, word, resource, fieldOf],
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
          <Select className="cb-select" aria-label={t('common.state')} value={state} onChange={setState} options={[{ value: 'ALL', label: `${t('common.state')}: ${all}` }, ...STATES.map((code) => ({ value: code, label: word('findingState', code) }))]} />
          {resource ? null : <Select className="cb-select" aria-label={t('common.department')} value={department} onChange={setDepartment} options={[{ value: '', label: `${t('common.department')}: ${all}` }, ...departments.codes.map((code) => ({ value: code, label: departments.nameOf(code) }))]} />}
        </>
      }
      emptyText={t('exchange.noFindings')}
    />
  );
}

/** What is wrong, and under it how to mend it. */
function Told({ message, advice }: { message: string; advice: string }) {
  return (
    <div className="cb-told">
      {message}
      <small className="cb-faint">{advice}</small>
    </div>
  );
}

function StateCell({ finding }: { finding: ExchangeFinding }) {
  const { t, word } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const me = useMe();
  const move = useMutation({
    mutationFn: (state: string) => setFinding(finding.id, state),
    onSuccess: () => client.invalidateQueries({ queryKey: ['findings'] }),
    onError: (error) => void message.error(failureText(error, t)),
  });
  const light = <StatusLight state={finding.state} text={word('findingState', finding.state)} />;
  if (!me.data?.authorities.includes('finding.mend')) return light;
  const items = STATES.filter((state) => state !== finding.state).map((key) => ({ key, label: word('findingMove', key) }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => move.mutate(key) }}>
      <Button type="text" size="small" loading={move.isPending}>
        {light} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
