import { Link } from 'react-router';
import type { TimelineEntry } from '../../api/cases';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { Sentence } from '../../shared/figure/Sentence';
import { Nothing } from '../../shared/page/Nothing';
import { receiptPath } from '../../shared/receiptPath';
import { Time } from '../../shared/time/Time';

/** Everything that happened, newest first: when, by whom, on which rule, with which receipt. */
export function Timeline({ entries, source }: { entries: TimelineEntry[]; source: string }) {
  const who = useAccounts();
  const { t } = useLanguage();
  if (!entries.length) return <Nothing text={t('cases.noTimeline')} />;
  return (
    <ol className="cb-timeline">
      {[...entries].sort((a, b) => b.at.localeCompare(a.at)).map((entry, index) => (
        <li key={index} data-kind={entry.kind}>
          <div className="cb-timeline-when">
            <Time at={entry.cityTime ?? entry.at} />
            {entry.cityTime ? (
              <small className="cb-faint">
                {t('app.machineTime')} <Time at={entry.at} precision="second" />
              </small>
            ) : null}
          </div>
          <div>
            <strong>
              <Sentence text={entry.title} source={entry.decisionId ? 'decision:' + entry.decisionId : source} />
            </strong>
            <div className="cb-timeline-by">
              {entry.by ? <span>{who(entry.by)}</span> : null}
              {entry.rule ? <code>{entry.rule}</code> : null}
              {entry.decisionId ? <Link to={'/decisions/' + encodeURIComponent(entry.decisionId)}>{t('cases.why')}</Link> : null}
              {entry.receipt ? <Link to={receiptPath(entry.receipt)}>{t('cases.receipt')}</Link> : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
