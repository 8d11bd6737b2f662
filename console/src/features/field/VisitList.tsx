import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { Visit } from '../../api/field';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { StatusLight } from '../../shared/StatusLight';
import { Nothing } from '../../shared/page/Nothing';
import { Due } from '../../shared/time/Due';

const ORDER = ['OVERDUE', 'NEAR', 'ON_TIME', 'PAUSED'];

export function VisitList({ visits }: { visits: Visit[] }) {
  const { t, pick } = useLanguage();
  const ranked = [...visits].sort((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light) || (a.due ?? '').localeCompare(b.due ?? ''));
  return (
    <section>
      <h1>{t('field.visits')}</h1>
      <p className="cb-faint">{t('field.purpose')}</p>
      {ranked.length ? null : <Nothing text={t('field.none')} />}
      <ul className="cb-visits">
        {ranked.map((visit) => (
          <li key={visit.taskId}>
            <Link to={'/field/' + encodeURIComponent(visit.taskId)} data-testid="visit">
              <span>
                <strong>
                  {pick(visit.title)} <Masked text={visit.subjectName} />
                </strong>
                <span>{visit.address || visit.place?.name}</span>
                <span>
                  <StatusLight state={visit.light} /> <Due at={visit.due} paused={visit.light === 'PAUSED'} />
                </span>
              </span>
              <RightOutlined aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
