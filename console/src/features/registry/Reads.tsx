import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { reads } from '../../api/registry';
import type { GoldenField, Read } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';

/** The ledger: who read this person's record, when, why, on which law; single reads and set reads alike. */
export function Reads({ personRef, fields }: { personRef: string; fields: GoldenField[] }) {
  const { t, pick, word } = useLanguage();
  const who = useAccounts();
  const label = useCallback((name: string) => pick(fields.find((field) => field.field === name)?.label) || word('person', name), [fields, pick, word]);
  const query = useQuery({ queryKey: ['reads', personRef], queryFn: () => reads(personRef) });
  const columns = useMemo<Column<Read>[]>(
    () => [
      { key: 'at', title: t('common.time'), text: (read) => read.at, show: (read) => <Time at={read.at} precision="second" />, sort: true },
      { key: 'by', title: t('registry.by'), text: (read) => who(read.by), sort: true },
      { key: 'kind', title: t('registry.readKind'), text: (read) => word('read', read.kind), sort: true },
      { key: 'purpose', title: t('common.purpose'), text: (read) => read.purpose, show: (read) => <span className="cb-wrap">{read.purpose}</span> },
      { key: 'basis', title: t('common.legalBasis'), text: (read) => read.legalBasis, show: (read) => <span className="cb-wrap">{read.legalBasis}</span> },
      { key: 'fields', title: t('registry.readFields'), text: (read) => read.fields?.map(label).join(t('common.comma')), show: (read) => <span className="cb-wrap">{read.fields?.map(label).join(t('common.comma'))}</span> },
    ],
    [t, word, who, label],
  );
  return <QueryTable name="reads" query={query} columns={columns} rowKey={(read) => read.at + read.by + read.kind} emptyText={t('registry.noReads')} />;
}
