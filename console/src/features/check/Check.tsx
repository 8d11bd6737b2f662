import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Result } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/http';
import { checkLicence } from '../../api/licences';
import { useLanguage } from '../../i18n';
import { failureText } from '../../shared/page/Failure';
import { Loading } from '../../shared/page/Loading';
import { Time } from '../../shared/time/Time';

/** Where the QR code of an e-licence leads: anybody may look, without an account, and sees no more than is needed to compare. */
export default function Check() {
  const { t, lang, setLang } = useLanguage();
  const [asked, setAsked] = useSearchParams();
  const id = asked.get('id') ?? '';
  const code = asked.get('code') ?? '';
  return (
    <main className="cb-check">
      <header>
        <h1>{t('elicence.checkTitle')}</h1>
        <Button type="text" size="small" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {t('app.language')}
        </Button>
      </header>
      <Question key={id + code} id={id} code={code} onAsk={(next) => setAsked(next)} />
      {id && code ? <Answer id={id} code={code} /> : null}
    </main>
  );
}

function Question({ id, code, onAsk }: { id: string; code: string; onAsk: (asked: { id: string; code: string }) => void }) {
  const { t } = useLanguage();
  const [wanted, setWanted] = useState({ id, code });
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    onAsk({ id: wanted.id.trim(), code: wanted.code.trim() });
  };
  return (
    <form onSubmit={submit}>
      <label className="cb-field">
        {t('elicence.identifier')} <Input value={wanted.id} onChange={(event) => setWanted({ ...wanted, id: event.target.value })} placeholder="1.2.156.3005.2…" />
      </label>
      <label className="cb-field">
        {t('elicence.checkCode')} <Input value={wanted.code} onChange={(event) => setWanted({ ...wanted, code: event.target.value })} maxLength={12} />
      </label>
      <Button type="primary" htmlType="submit" disabled={!wanted.id.trim() || !wanted.code.trim()}>
        {t('elicence.check')}
      </Button>
    </form>
  );
}

function Answer({ id, code }: { id: string; code: string }) {
  const { t, pick, word } = useLanguage();
  const query = useQuery({ queryKey: ['licence-check', id, code], queryFn: () => checkLicence(id, code) });
  if (query.isPending) return <Loading />;
  if (query.error) {
    const unknown = query.error instanceof ApiProblem && query.error.status === 404;
    return unknown ? <Result status="warning" title={t('elicence.unknown')} subTitle={t('elicence.unknownHelp')} /> : <Alert type="error" showIcon title={failureText(query.error, t)} />;
  }
  const found = query.data;
  const lines = [
    { label: t('paper.type'), shown: pick(found.type) },
    { label: t('elicence.issuer'), shown: pick(found.issuer) },
    { label: t('paper.number'), shown: found.number },
    { label: t('elicence.holder'), shown: found.holder },
    { label: t('paper.from'), shown: found.from ? <Time at={found.from} precision="day" /> : '—' },
    { label: t('paper.to'), shown: found.to ? <Time at={found.to} precision="day" /> : t('paper.noEnd') },
    { label: t('elicence.issuedAt'), shown: <Time at={found.issuedAt} precision="second" /> },
  ];
  return (
    <section>
      <Result status={found.state === 'VALID' ? 'success' : 'error'} title={word('elicence', found.state)} subTitle={t(('elicence.means.' + found.state) as 'elicence.means.VALID')} />
      <dl className="cb-lines">
        {lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.shown}</dd>
          </div>
        ))}
      </dl>
      {found.revocation ? (
        <p>
          <code className="cb-wrap">{found.revocation}</code>
        </p>
      ) : null}
      <p className="cb-faint">{t('elicence.compare')}</p>
    </section>
  );
}
