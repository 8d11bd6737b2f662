import { Link } from 'react-router';
import type { WallDecision } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { Sentence } from '../../shared/figure/Sentence';
import { Time } from '../../shared/time/Time';

const SHOWN = 3;

export function DecisionList({ decisions }: { decisions: WallDecision[] }) {
  const { t } = useLanguage();
  if (!decisions.length) return <p className="cb-faint">{t('wall.noDecisions')}</p>;
  return (
    <ul className="cb-wall-list">
      {decisions.slice(0, SHOWN).map((decision) => (
        <li key={decision.id}>
          <p>
            <Sentence text={decision.sentence} source={'decision:' + decision.id} />
          </p>
          <small>
            <Link to={'/decisions/' + encodeURIComponent(decision.id)}>{decision.place || t('desk.why')}</Link>
            <Time at={decision.at} />
          </small>
        </li>
      ))}
    </ul>
  );
}
