import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { decision, replay } from '../../api/decisions';
import type { Decision as DecisionValue } from '../../api/decisions';
import { useLanguage } from '../../i18n';
import { formatDay } from '../../shared/format';
import { Sentence } from '../../shared/figure/Sentence';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';
import { Lines } from './Lines';
import { Parameters } from './Parameters';

/** A decision explained, line by line, so that it can be read aloud to the person it is about. */
export default function Decision() {
  const { id = '' } = useParams();
  const { t, lang } = useLanguage();
  const query = useQuery({ queryKey: ['decision', id], queryFn: () => decision(id) });
  const [day, setDay] = useParam('day', '');
  const again = useQuery({ queryKey: ['decision', id, 'replay', day], queryFn: () => replay(id, day), enabled: !!day });
  const found = query.data;
  return (
    <Page title={t('decisions.title')} purpose={t('decisions.purpose')} asOf={found?.decidedAt ?? query.dataUpdatedAt} source={found ? 'decision:' + found.id : undefined} back={found?.caseId ? '/cases/' + encodeURIComponent(found.caseId) : '/cases'} print>
      <Outcome query={query}>
        {(data) => (
          <div className="cb-decision">
            <Result found={data} />
            <Lines decision={data} />
            <Parameters decisionId={data.id} parameters={data.parameters} />
            <Panel title={t('decisions.replay')} className="cb-no-print" extra={<ReplayDay day={day || data.cityDay} onDay={setDay} />}>
              <p className="cb-faint">{t('decisions.replayHelp')}</p>
              {again.error ? <Alert type="error" showIcon title={failureText(again.error, t)} /> : null}
              {day && again.data ? (
                <div className="cb-stack">
                  <h3>{t('decisions.onDay', { day: formatDay(day, lang) })}</h3>
                  <Result found={again.data} />
                  <Lines decision={again.data} />
                </div>
              ) : null}
            </Panel>
          </div>
        )}
      </Outcome>
    </Page>
  );
}

function ReplayDay({ day, onDay }: { day: string; onDay: (day: string | undefined) => void }) {
  const { t } = useLanguage();
  return (
    <>
      <Input type="date" value={day} aria-label={t('decisions.day')} onChange={(event) => event.target.value && onDay(event.target.value)} />
      <Button onClick={() => onDay(undefined)}>{t('decisions.original')}</Button>
    </>
  );
}

const TONES: Record<string, string> = { QUALIFIES: 'pass', PASS: 'pass', YES: 'pass', PROPOSED: 'pass', LISTED: 'pass', NO: 'fail', FAIL: 'fail', NOT_QUALIFIED: 'fail', NOT_LISTED: 'fail', NOT_ELIGIBLE: 'fail', CANNOT_TELL: 'cannot' };

function Result({ found }: { found: DecisionValue }) {
  const { t, word } = useLanguage();
  return (
    <section className={`cb-sentence cb-sentence-${TONES[found.outcome.toUpperCase()] ?? 'cannot'}`} data-testid="sentence">
      <p>
        <Sentence text={found.sentence} source={'decision:' + found.id} />
      </p>
      <small>
        {word('outcome', found.outcome)} · {t('decisions.rule')} <code>{found.rule.id}</code> {t('decisions.version')} <code>{found.rule.version}</code> · {t('decisions.cityDay')} <Time at={found.cityDay} precision="day" />
        {found.caseId ? (
          <>
            {' · '}
            <Link to={'/cases/' + encodeURIComponent(found.caseId)}>{t('decisions.toCase')}</Link>
          </>
        ) : null}
      </small>
    </section>
  );
}
