import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useMemo } from 'react';
import { auditTrail } from '../../api/audit';
import type { AuditEntry } from '../../api/audit';
import { useLanguage } from '../../i18n';
import { SearchBox } from '../../shared/SearchBox';
import { shortDigest } from '../../shared/format';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';

/** The insert-only, hash-chained trail of who did what. */
export default function Audit() {
  const { t, word } = useLanguage();
  const [by, setBy] = useParam('by', '');
  const [event, setEvent] = useParam('event', '');
  const [from, setFrom] = useParam('from', '');
  const [to, setTo] = useParam('to', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['audit', by, event, from, to, paging.page], queryFn: () => auditTrail({ by, event, from, to, page: paging.page, size: paging.size }), placeholderData: keepPreviousData });
  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      { key: 'at', title: t('common.time'), text: (entry) => entry.at, show: (entry) => <Time at={entry.at} precision="second" />, sort: true },
      { key: 'by', title: t('audit.by'), text: (entry) => entry.by, sort: true },
      { key: 'event', title: t('audit.event'), text: (entry) => word('event', entry.event), sort: true },
      { key: 'subject', title: t('audit.subject'), text: (entry) => entry.subject, show: (entry) => <code className="cb-wrap">{entry.subject ?? '—'}</code> },
      { key: 'purpose', title: t('common.purpose'), text: (entry) => entry.purpose, show: (entry) => <span className="cb-wrap">{entry.purpose ?? '—'}</span> },
      { key: 'basis', title: t('common.legalBasis'), text: (entry) => entry.legalBasis, show: (entry) => <span className="cb-wrap">{entry.legalBasis ?? '—'}</span> },
      { key: 'outcome', title: t('audit.outcome'), text: (entry) => word('outcome', entry.outcome), sort: true },
      { key: 'address', title: t('audit.address'), text: (entry) => entry.address, hidden: true },
      { key: 'hash', title: t('audit.hash'), text: (entry) => entry.hash, show: (entry) => <code title={entry.hash}>{entry.hash ? shortDigest(entry.hash) : '—'}</code> },
    ],
    [t, word],
  );
  return (
    <Page title={t('audit.title')} purpose={t('audit.purpose')} asOf={query.dataUpdatedAt}>
      <QueryTable
        name="audit"
        query={query}
        columns={columns}
        rowKey={(entry) => String(entry.id)}
        paging={paging}
        filters={
          <>
            <SearchBox value={by} onSearch={setBy} placeholder={t('audit.by')} />
            <SearchBox value={event} onSearch={setEvent} placeholder={t('audit.event')} />
            <Input className="cb-select" type="date" aria-label={t('audit.from')} value={from} onChange={(change) => setFrom(change.target.value)} />
            <Input className="cb-select" type="date" aria-label={t('audit.to')} value={to} onChange={(change) => setTo(change.target.value)} />
          </>
        }
        emptyText={t('audit.empty')}
      />
    </Page>
  );
}
