import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { resource as resourceOf, resources } from '../../api/catalogue';
import { ask, filterWords } from '../../api/subscriptions';
import type { Wish } from '../../api/subscriptions';
import { useLanguage } from '../../i18n';
import { Labelled } from '../../shared/form/Labelled';
import { useDraft } from '../../shared/form/useDraft';
import { Failure } from '../../shared/page/Failure';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { useDepartments } from '../../shared/useDepartments';
import { useMe } from '../../shared/useMe';
import { FieldChoice } from './FieldChoice';
import { byNameOrCode, mistakesOf, refusedField, tableFor } from './subscriptionWish';
import type { Mistakes } from './subscriptionWish';

const EMPTY: Wish = { consumer: '', resource: '', fields: [], filter: '', table: '', purpose: '', legalBasis: '' };
const NEEDED = 2000;

/** Asking for another department's rows: who receives what, which fields and rows, what for and on which law. */
export default function AskSubscription() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params] = useSearchParams();
  const { draft, keep, forget } = useDraft('subscription');
  const me = useMe();
  const own = me.data?.department ?? '';
  const [written, setWish] = useState<Wish>({ ...EMPTY, ...(draft as Partial<Wish>), ...(params.get('resource') ? { resource: params.get('resource') ?? '', fields: [] } : {}) });
  const wish = { ...written, consumer: own };
  const [shown, setShown] = useState<Mistakes>({});
  const opened = useQuery({ queryKey: ['resource', wish.resource], queryFn: () => resourceOf(wish.resource), enabled: Boolean(wish.resource) });
  const fields = opened.data?.fields ?? [];
  const send = useMutation({
    mutationFn: () => ask(wish),
    onSuccess: (made) => {
      forget();
      void client.invalidateQueries({ queryKey: ['subscriptions'] });
      void navigate('/exchange/subscriptions/' + made.id);
    },
    onError: (error) => setShown(refusedField(error)),
  });
  const set = (change: Partial<Wish>) => {
    const next = { ...wish, ...change };
    setWish(next);
    keep(next);
    setShown((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))));
  };
  const leave = (name: keyof Wish) => setShown((before) => ({ ...before, [name]: mistakesOf(wish, fields, t)[name] }));
  const submit = () => {
    const mistakes = mistakesOf(wish, fields, t);
    setShown(mistakes);
    if (!Object.values(mistakes).some(Boolean)) send.mutate();
  };
  const unplaced = send.error && !Object.keys(refusedField(send.error)).length ? send.error : null;
  return (
    <Page title={t('subscription.ask.title')} purpose={t('subscription.ask.purpose')} back="/exchange/subscriptions">
      {me.data && !own ? <Alert type="warning" showIcon title={t('subscription.ask.noDepartment')} description={t('subscription.ask.noDepartmentHelp')} /> : null}
      <div className="cb-two cb-ask">
        <Panel title={t('subscription.ask.what')}>
          <div className="cb-form">
            <ResourceSelect wish={wish} mistake={shown.resource} onChange={(resource) => set({ resource, fields: [], filter: '', table: '' })} />
            <FieldChoice id="w-fields" fields={fields} loading={opened.isLoading} chosen={wish.fields} mistake={shown.fields} onChange={(chosen) => set({ fields: chosen })} />
            <FilterInput wish={wish} mistake={shown.filter} onChange={(filter) => set({ filter })} />
          </div>
        </Panel>
        <Panel title={t('subscription.ask.why')}>
          <div className="cb-form">
            <OwnDepartment code={own} mistake={shown.consumer} />
            <Labelled id="w-table" label={t('subscription.table')} help={t('subscription.ask.tableHelp')} mistake={shown.table}>
              <Input id="w-table" prefix={<code className="cb-faint">citybrain_received.</code>} value={wish.table} placeholder={wish.resource ? tableFor(wish.resource) : ''} onChange={(event) => set({ table: event.target.value })} onBlur={() => leave('table')} />
            </Labelled>
            <Labelled id="w-purpose" label={t('subscription.why')} help={t('subscription.ask.purposeHelp')} mistake={shown.purpose} required>
              <Input.TextArea id="w-purpose" rows={3} maxLength={400} value={wish.purpose} onChange={(event) => set({ purpose: event.target.value })} onBlur={() => leave('purpose')} />
            </Labelled>
            <Labelled id="w-basis" label={t('subscription.basis')} help={t('subscription.ask.basisHelp')} mistake={shown.legalBasis} required>
              <Input.TextArea id="w-basis" rows={2} maxLength={200} value={wish.legalBasis} onChange={(event) => set({ legalBasis: event.target.value })} onBlur={() => leave('legalBasis')} />
            </Labelled>
            {Object.values(shown).some(Boolean) ? <Alert type="error" showIcon title={t('subscription.ask.mend')} /> : null}
            {unplaced ? <Failure error={unplaced} /> : null}
            <Button type="primary" loading={send.isPending} disabled={!own} onClick={submit} data-testid="ask-submit">
              {t('subscription.ask.submit')}
            </Button>
            <p className="cb-help">{t('subscription.ask.next')}</p>
          </div>
        </Panel>
      </div>
    </Page>
  );
}

function ResourceSelect({ wish, mistake, onChange }: { wish: Wish; mistake?: string; onChange: (resource: string) => void }) {
  const { t, pick, word } = useLanguage();
  const { nameOf } = useDepartments();
  const query = useQuery({ queryKey: ['resources', 'all'], queryFn: () => resources({ size: NEEDED }), staleTime: 60_000 });
  const options = (query.data?.rows ?? []).map((row) => ({ value: row.id, label: `${nameOf(row.department)} · ${pick(row.title) || row.id}`, row, disabled: row.shareType === 'NOT_SHARED' }));
  return (
    <Labelled id="w-resource" label={t('common.resource')} help={t('subscription.ask.resourceHelp')} mistake={mistake} required>
      <Select
        id="w-resource"
        className="cb-full"
        showSearch={{ filterOption: byNameOrCode }}
        loading={query.isLoading}
        value={wish.resource || undefined}
        placeholder={t('subscription.ask.choose')}
        options={options}
        optionRender={({ data }) => (
          <span className="cb-option">
            <span>{data.label}</span>
            <span className="cb-faint">{word('share', data.row.shareType)}</span>
          </span>
        )}
        onChange={onChange}
      />
    </Labelled>
  );
}

/** Who receives: the reader's own department and no other. */
function OwnDepartment({ code, mistake }: { code: string; mistake?: string }) {
  const { t } = useLanguage();
  const { nameOf } = useDepartments();
  return (
    <Labelled id="w-consumer" label={t('subscription.consumer')} help={t('subscription.ask.consumerHelp')} mistake={mistake}>
      <Input id="w-consumer" readOnly variant="filled" value={nameOf(code)} />
    </Labelled>
  );
}

/** The filter, read back in words by the server while it is written. */
function FilterInput({ wish, mistake, onChange }: { wish: Wish; mistake?: string; onChange: (filter: string) => void }) {
  const { t, pick } = useLanguage();
  const [asked, setAsked] = useState(wish.filter);
  useEffect(() => {
    const rest = setTimeout(() => setAsked(wish.filter), 500);
    return () => clearTimeout(rest);
  }, [wish.filter]);
  const ready = Boolean(asked.trim() && wish.resource && wish.fields.length);
  const read = useQuery({ queryKey: ['subscription-filter', wish.resource, wish.fields, asked], queryFn: () => filterWords({ ...wish, filter: asked }), enabled: ready, retry: false });
  const wrong = ready && read.error ? refusedField(read.error).filter : undefined;
  const example = wish.fields[0] ? `${wish.fields.at(-1)} is not null` : t('subscription.ask.example');
  return (
    <Labelled id="w-filter" label={t('subscription.filter')} help={t('subscription.ask.filterHelp', { example })} mistake={mistake ?? wrong}>
      <Input.TextArea id="w-filter" rows={2} className="cb-mono" value={wish.filter} disabled={!wish.fields.length} placeholder={wish.fields.length ? t('subscription.ask.allRows') : t('subscription.ask.fieldsFirst')} onChange={(event) => onChange(event.target.value)} />
      {ready && read.data ? (
        <p className="cb-reads">
          {t('subscription.ask.reads')} {pick(read.data)}
        </p>
      ) : null}
    </Labelled>
  );
}
