import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reads } from '../../api/registry';
import type { Read } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';

/** The ledger: who read this person's record, when, why, on which law; single reads and set reads alike. */
export function Reads({ personRef }: { personRef: string }) {
  const { t, word } = useLanguage();
  const query = useQuery({ queryKey: ['reads', personRef], queryFn: () => reads(personRef) });
  const columns = useMemo<Column<Read>[]>(
    () => [
      { key: 'at', title: t('common.time'), text: (read) => read.at, show: (read) => <Time at={read.at} precision="second" />, sort: true },
      { key: 'by', title: t('registry.by'), text: (read) => read.by, sort: true },
      { key: 'kind', title: t('registry.readKind'), text: (read) => word('read', read.kind), sort: true },
      { key: 'purpose', title: t('common.purpose'), text: (read) => read.purpose, show: (read) => <span className="cb-wrap">{read.purpose}</span> },
      { key: 'basis', title: t('common.legalBasis'), text: (read) => read.legalBasis, show: (read) => <span className="cb-wrap">{read.legalBasis}</span> },
      { key: 'fields', title: t('registry.readFields'), text: (read) => read.fields?.join(', '), show: (read) => <code className="cb-wrap">{read.fields?.join(', ')}</code> },
    ],
    [t, word],
  );
  return <QueryTable name="reads" query={query} columns={columns} rowKey={(read) => read.at + read.by + read.kind} emptyText={t('registry.noReads')} />;
}
