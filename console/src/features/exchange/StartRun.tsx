import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { resource as resourceOf, resources } from '../../api/catalogue';
import type { ResourceRow } from '../../api/catalogue';
import { startRun } from '../../api/subscriptions';
import { useLanguage } from '../../i18n';
import { Labelled } from '../../shared/form/Labelled';
import { Failure } from '../../shared/page/Failure';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { useDepartments } from '../../shared/useDepartments';
import { byNameOrCode, tableFor } from './subscriptionWish';

const NEEDED = 2000;
const MOST = 400;

type Pair = { resource: string; consumer: string };
type Draft = { zh: string; en: string; basis: string; purpose: string; resources: string[]; consumers: string[] };

/** Every chosen resource to every chosen department but its own. */
export const pairsOf = (draft: Pick<Draft, 'resources' | 'consumers'>): Pair[] => draft.resources.flatMap((resource) => draft.consumers.filter((consumer) => consumer !== resource.split('.')[0]).map((consumer) => ({ resource, consumer })));

const runId = () => 'run-' + new Date().toISOString().replace(/\D/g, '').slice(0, 14);

/** A data officer starts an exchange run: which resources go to which departments, granted together on one ground. */
export default function StartRun() {
  const { t, pick } = useLanguage();
  const { codes, nameOf } = useDepartments();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({ zh: '', en: '', basis: '', purpose: '', resources: [], consumers: [] });
  const [tried, setTried] = useState(false);
  const list = useQuery({ queryKey: ['resources', 'all'], queryFn: () => resources({ size: NEEDED }), staleTime: 60_000 });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const pairs = pairsOf(draft);
  const title = (id: string) => pick(list.data?.rows.find((row) => row.id === id)?.title) || id;
  const needed = (value: string | string[]) => (tried && !(typeof value === 'string' ? value.trim() : value.length) ? t('form.required') : undefined);
  const start = useMutation({ mutationFn: () => begin(draft, pairs), onSuccess: (made) => void navigate('/exchange/runs/' + made.id) });
  const submit = () => {
    setTried(true);
    if (draft.zh.trim() && draft.basis.trim() && draft.purpose.trim() && pairs.length && pairs.length <= MOST) start.mutate();
  };
  return (
    <Page title={t('subscription.start.title')} purpose={t('subscription.start.purpose')} back="/exchange/subscriptions">
      <div className="cb-two cb-ask">
        <Panel title={t('subscription.start.who')}>
          <div className="cb-form">
            <Labelled id="r-resources" label={t('subscription.start.resources')} help={t('subscription.start.resourcesHelp')} mistake={needed(draft.resources)} required>
              <Select id="r-resources" mode="multiple" className="cb-full" value={draft.resources} placeholder={t('subscription.ask.choose')} showSearch={{ filterOption: byNameOrCode }} loading={list.isLoading} options={(list.data?.rows ?? []).filter(shared).map((row) => ({ value: row.id, label: `${nameOf(row.department)} · ${pick(row.title) || row.id}` }))} onChange={(chosen) => set({ resources: chosen })} />
            </Labelled>
            <Labelled id="r-consumers" label={t('subscription.start.consumers')} mistake={needed(draft.consumers)} required>
              <Select id="r-consumers" mode="multiple" className="cb-full" value={draft.consumers} placeholder={t('subscription.ask.choose')} showSearch={{ filterOption: byNameOrCode }} options={codes.map((code) => ({ value: code, label: nameOf(code) }))} onChange={(chosen) => set({ consumers: chosen })} />
            </Labelled>
            <h3>{t('subscription.start.members', { n: pairs.length })}</h3>
            {pairs.length > MOST ? <p className="cb-mistake">{t('subscription.start.tooMany', { n: MOST })}</p> : null}
            {pairs.length ? (
              <ul className="cb-list cb-members">
                {pairs.slice(0, MOST).map((pair) => (
                  <li key={pair.resource + pair.consumer}>
                    {title(pair.resource)} → {nameOf(pair.consumer)}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="cb-faint">{t('subscription.start.noMembers')}</p>
            )}
          </div>
        </Panel>
        <Panel title={t('subscription.start.ground')}>
          <div className="cb-form">
            <Labelled id="r-zh" label={t('subscription.start.nameZh')} mistake={needed(draft.zh)} required>
              <Input id="r-zh" maxLength={80} value={draft.zh} onChange={(event) => set({ zh: event.target.value })} />
            </Labelled>
            <Labelled id="r-en" label={t('subscription.start.nameEn')}>
              <Input id="r-en" maxLength={80} value={draft.en} onChange={(event) => set({ en: event.target.value })} />
            </Labelled>
            <Labelled id="r-purpose" label={t('subscription.why')} help={t('subscription.ask.purposeHelp')} mistake={needed(draft.purpose)} required>
              <Input.TextArea id="r-purpose" rows={2} maxLength={400} value={draft.purpose} onChange={(event) => set({ purpose: event.target.value })} />
            </Labelled>
            <Labelled id="r-basis" label={t('subscription.basis')} help={t('subscription.start.basisHelp')} mistake={needed(draft.basis)} required>
              <Input.TextArea id="r-basis" rows={2} maxLength={200} value={draft.basis} onChange={(event) => set({ basis: event.target.value })} />
            </Labelled>
            {start.error ? <Failure error={start.error} /> : null}
            <Button type="primary" loading={start.isPending} onClick={submit} data-testid="run-submit">
              {t('subscription.start.submit')}
            </Button>
            <p className="cb-help">{t('subscription.start.next')}</p>
          </div>
        </Panel>
      </div>
    </Page>
  );
}

const shared = (row: ResourceRow) => row.shareType !== 'NOT_SHARED';

/** All fields of each resource: a run gives whole tables; parts are asked for one by one. */
async function begin(draft: Draft, pairs: Pair[]) {
  const fields = new Map(await Promise.all([...new Set(pairs.map((pair) => pair.resource))].map(async (id) => [id, (await resourceOf(id)).fields.map((field) => field.name)] as const)));
  return startRun({
    id: runId(),
    title: { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
    basis: draft.basis.trim(),
    subscriptions: pairs.map((pair) => ({ ...pair, fields: fields.get(pair.resource) ?? [], filter: '', table: tableFor(pair.resource), purpose: draft.purpose.trim(), legalBasis: draft.basis.trim() })),
  });
}
