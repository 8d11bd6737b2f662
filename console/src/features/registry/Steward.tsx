import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { doubts } from '../../api/registry';
import type { Doubt } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { useResources } from '../../shared/useResources';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';
import { GroundGate } from './GroundGate';
import { Pair } from './Pair';

/** The steward's desk: doubtful pairs, strongest first; one opened shows what speaks for and against. */
export default function Steward() {
  const { t, word } = useLanguage();
  const [kind, setKind] = useParam('kind', 'person');
  const [open, setOpen] = useParam('pair', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['doubts', kind, paging.page], queryFn: () => doubts(kind, paging.page) });
  const columns = useMemo<Column<Doubt>[]>(
    () => [
      {
        key: 'pair',
        title: t('steward.two'),
        text: (doubt) => `${doubt.left.maskedName} / ${doubt.right.maskedName}`,
        show: (doubt) => (
          <div className="cb-two-lines">
            <Side name={doubt.left.maskedName} resource={doubt.left.resource} />
            <Side name={doubt.right.maskedName} resource={doubt.right.resource} />
          </div>
        ),
      },
      { key: 'cause', title: t('steward.cause'), text: (doubt) => word('doubt', doubt.cause), show: (doubt) => <span className="cb-narrow-words">{word('doubt', doubt.cause)}</span>, sort: true },
      { key: 'found', hidden: true, title: t('steward.found'), text: (doubt) => doubt.foundAt, show: (doubt) => <Time at={doubt.foundAt} />, sort: true },
      {
        key: 'open',
        title: t('steward.open'),
        text: (doubt) => String(doubt.id),
        show: (doubt) => (
          <button type="button" className="cb-plain" onClick={() => setOpen(String(doubt.id))}>
            {t('steward.compare')}
          </button>
        ),
      },
    ],
    [t, word, setOpen],
  );
  const filters = <Segmented value={kind} onChange={(value) => setKind(String(value))} options={[{ value: 'person', label: t('steward.persons') }, { value: 'firm', label: t('steward.firms') }]} />;
  return (
    <Page title={t('steward.title')} purpose={t('steward.purpose')} asOf={query.dataUpdatedAt}>
      <div className="cb-two cb-desk">
        <QueryTable name="doubts" query={query} columns={columns} rowKey={(doubt) => String(doubt.id)} onOpen={(doubt) => setOpen(String(doubt.id))} filters={filters} emptyText={t('steward.none')} />
        <Panel title={t('steward.pair')}>{open ? <GroundGate>{(ground) => <Pair key={open} id={Number(open)} ground={ground} onDone={() => setOpen(undefined)} />}</GroundGate> : <p className="cb-faint">{t('steward.choose')}</p>}</Panel>
      </div>
    </Page>
  );
}

function Side({ name, resource }: { name: string; resource: string }) {
  const nameOf = useResources();
  return (
    <div>
      {name || '—'} <span className="cb-faint" title={resource}>{nameOf(resource)}</span>
    </div>
  );
}
