import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { paperTypes, papers, searchPapers } from '../../api/papers';
import type { PaperKind, PaperType } from '../../api/papers';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { useParam } from '../../shared/useParam';
import { OpenFiles } from './credit/OpenFiles';
import { PaperList } from './PaperList';

const PAGE = 50;

/** The index of e-licences, or the public credit records: how many of each type, and the lines of one. */
export default function Papers({ kind }: { kind: PaperKind }) {
  const { t } = useLanguage();
  const types = useQuery({ queryKey: ['paper-types', kind], queryFn: () => paperTypes(kind) });
  return (
    <Page title={t(kind === 'licence' ? 'paper.licences' : 'paper.credit')} purpose={t(kind === 'licence' ? 'paper.licencesPurpose' : 'paper.creditPurpose')} asOf={types.dataUpdatedAt} print>
      <Search kind={kind} />
      {kind === 'credit' ? <OpenFiles /> : null}
      <Outcome query={types}>{(found) => <Lines kind={kind} types={found} />}</Outcome>
    </Page>
  );
}

function Lines({ kind, types }: { kind: PaperKind; types: PaperType[] }) {
  const { t, pick, word } = useLanguage();
  const filled = types.find((type) => Number(type.all.value) > 0) ?? types[0];
  const [type, setType] = useParam('type', filled?.resource ?? '');
  const [state, setState] = useParam('state', '');
  const [page, setPage] = useState(0);
  const chosen = types.find((one) => one.resource === type) ?? filled;
  const query = useQuery({ queryKey: ['papers', kind, chosen?.resource, state, page], queryFn: () => papers(kind, chosen?.resource ?? '', state, page), enabled: !!chosen });
  if (!chosen) return null;
  const choose = (set: (value: string) => void) => (value: string | number) => {
    setPage(0);
    set(String(value));
  };
  const counts = [
    { key: '', label: t('paper.all'), figure: chosen.all },
    { key: 'VALID', label: word(kind, 'VALID'), figure: chosen.inForce },
    { key: 'SOON', label: word(kind, 'SOON'), figure: chosen.soon },
    { key: 'ENDED', label: word(kind, 'ENDED'), figure: chosen.ended },
  ];
  return (
    <Panel
      title={t('paper.lines')}
      extra={<Select className="cb-select" aria-label={t('paper.type')} value={chosen.resource} onChange={choose(setType)} options={types.map((one) => ({ value: one.resource, label: pick(one.title) }))} popupMatchSelectWidth={false} />}
    >
      <dl className="cb-counts">
        {counts.map((count) => (
          <div key={count.key}>
            <dt>{count.label}</dt>
            <dd>
              <Figure figure={count.figure} look="big" />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Segmented value={state} onChange={choose(setState)} options={counts.map((count) => ({ value: count.key, label: count.label }))} />
      </p>
      <Outcome query={query}>
        {(list) => (
          <>
            <PaperList kind={kind} papers={list} emptyText={t('paper.none')} />
            <p className="cb-pager">
              <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
                {t('paper.before')}
              </Button>
              <span>{t('paper.page', { page: String(page + 1) })}</span>
              <Button size="small" disabled={list.length < PAGE} onClick={() => setPage(page + 1)}>
                {t('paper.after')}
              </Button>
            </p>
          </>
        )}
      </Outcome>
    </Panel>
  );
}

function Search({ kind }: { kind: PaperKind }) {
  const { t } = useLanguage();
  const [number, setNumber] = useState('');
  const [holder, setHolder] = useState('');
  const find = useMutation({ mutationFn: () => searchPapers(kind, { number: number.trim(), holder: holder.trim() }) });
  return (
    <Panel>
      <form
        className="cb-filters cb-when"
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate();
        }}
      >
        <label>
          {t('paper.number')} <Input className="cb-moment" value={number} onChange={(event) => setNumber(event.target.value)} />
        </label>
        <label>
          {t('paper.holder')} <Input className="cb-moment" value={holder} onChange={(event) => setHolder(event.target.value)} />
        </label>
        <Button htmlType="submit" type="primary" loading={find.isPending} disabled={!number.trim() && !holder.trim()}>
          {t('registry.search')}
        </Button>
      </form>
      {find.error ? <Alert type="error" showIcon title={failureText(find.error, t)} /> : null}
      {find.data ? <PaperList kind={kind} papers={find.data} emptyText={t('paper.none')} /> : null}
    </Panel>
  );
}
