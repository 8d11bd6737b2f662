import { Link } from 'react-router';
import type { WallDecision } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { Time } from '../../shared/time/Time';

const SHOWN = 3;

export function DecisionList({ decisions }: { decisions: WallDecision[] }) {
  const { t, pick } = useLanguage();
  if (!decisions.length) return <p className="cb-faint">{t('wall.noDecisions')}</p>;
  return (
    <ul className="cb-wall-list">
      {decisions.slice(0, SHOWN).map((decision) => (
        <li key={decision.id}>
          <Link to={'/decisions/' + encodeURIComponent(decision.id)}>{pick(decision.sentence)}</Link>
          <small>
            <span>{decision.place}</span>
            <Time at={decision.at} />
          </small>
        </li>
      ))}
    </ul>
  );
}
