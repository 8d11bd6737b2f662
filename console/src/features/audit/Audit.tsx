import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { auditEvents, auditTrail } from '../../api/audit';
import type { AuditEntry } from '../../api/audit';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { SearchBox } from '../../shared/SearchBox';
import { shortDigest } from '../../shared/format';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';
import { Verify } from './Verify';

const start = (day: string) => (day ? day + 'T00:00:00+08:00' : undefined);
const end = (day: string) => (day ? day + 'T23:59:59.999+08:00' : undefined);

/** What an entry tells beside its subject, each thing on its line. */
function Details({ text }: { text?: string | null }) {
  const { word } = useLanguage();
  const told = linesOf(text);
  if (!told.length) return '—';
  return (
    <dl className="cb-words cb-details">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{word('auditDetail', name)}</dt> <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function linesOf(text?: string | null): [string, string][] {
  try {
    return Object.entries(JSON.parse(text || '{}') as Record<string, unknown>).map(([name, value]) => [name, String(value)]);
  } catch {
    return [['', text ?? '']];
  }
}

/** The insert-only, hash-chained trail of who did what. */
export default function Audit() {
  const { t, pick } = useLanguage();
  const who = useAccounts();
  const [actor, setActor] = useParam('by', '');
  const [event, setEvent] = useParam('event', '');
  const [subject, setSubject] = useParam('subject', '');
  const [from, setFrom] = useParam('from', '');
  const [until, setUntil] = useParam('until', '');
  const paging = usePaging();
  const names = useQuery({ queryKey: ['audit-events'], queryFn: auditEvents, staleTime: Infinity });
  const query = useQuery({
    queryKey: ['audit', actor, event, subject, from, until, paging.page],
    queryFn: () => auditTrail({ actor, event, subject, from: start(from), until: end(until), page: paging.page, size: paging.size }),
    placeholderData: keepPreviousData,
  });
  const titles = useMemo(() => new Map((names.data ?? []).map(({ slug, title }) => [slug, pick(title)])), [names.data, pick]);
  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      { key: 'at', title: t('common.time'), text: (entry) => entry.at, show: (entry) => <Time at={entry.at} precision="second" />, sort: true },
      { key: 'by', title: t('audit.by'), text: (entry) => who(entry.actor), show: (entry) => <span title={entry.actor}>{who(entry.actor)}</span>, sort: true },
      { key: 'event', title: t('audit.event'), text: (entry) => titles.get(entry.event) ?? entry.event, sort: true },
      { key: 'subject', title: t('audit.subject'), text: (entry) => entry.subject, show: (entry) => <code className="cb-words">{entry.subject || '—'}</code> },
      { key: 'details', title: t('audit.details'), text: (entry) => entry.details, show: (entry) => <Details text={entry.details} /> },
      { key: 'place', title: t('audit.place'), text: (entry) => `${entry.writer}/${entry.sequence}`, hidden: true },
      { key: 'hash', title: t('audit.hash'), text: (entry) => entry.hash, show: (entry) => <code title={entry.hash}>{entry.hash ? shortDigest(entry.hash) : '—'}</code> },
    ],
    [t, titles, who],
  );
  return (
    <Page title={t('audit.title')} purpose={t('audit.purpose')} asOf={query.dataUpdatedAt} actions={<Verify />}>
      <QueryTable
        name="audit"
        query={query}
        columns={columns}
        rowKey={(entry) => `${entry.writer}/${entry.sequence}`}
        paging={paging}
        filters={
          <>
            <SearchBox value={actor} onSearch={setActor} placeholder={t('audit.by')} />
            <Select className="cb-select" showSearch={{ optionFilterProp: 'label' }} aria-label={t('audit.event')} value={event} onChange={setEvent} options={[{ value: '', label: `${t('audit.event')}: ${t('common.all')}` }, ...[...titles].map(([slug, title]) => ({ value: slug, label: title }))]} />
            <SearchBox value={subject} onSearch={setSubject} placeholder={t('audit.subjectStart')} />
            <Input className="cb-select" type="date" aria-label={t('audit.from')} prefix={t('audit.from')} value={from} onChange={(change) => setFrom(change.target.value)} />
            <Input className="cb-select" type="date" aria-label={t('audit.to')} prefix={t('audit.to')} value={until} onChange={(change) => setUntil(change.target.value)} />
          </>
        }
        emptyText={t('audit.empty')}
      />
    </Page>
  );
}
