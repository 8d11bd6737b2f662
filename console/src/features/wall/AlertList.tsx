import { AlertOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { Alert } from '../../api/alerts';
import { useLanguage } from '../../i18n';
import { Time } from '../../shared/time/Time';
import { wallAlertLevel } from '../../tokens';

const SHOWN = 5;

export function AlertList({ alerts }: { alerts: Alert[] }) {
  const { t, pick, word } = useLanguage();
  if (!alerts.length) return <p className="cb-faint">{t('wall.noAlerts')}</p>;
  return (
    <ul className="cb-wall-list">
      {alerts.slice(0, SHOWN).map((alert) => (
        <li key={alert.id}>
          <span style={{ color: wallAlertLevel[alert.level] }}>
            <AlertOutlined aria-hidden /> {word('level', alert.level)}
          </span>
          {alert.caseId ? <Link to={'/cases/' + encodeURIComponent(alert.caseId)}>{pick(alert.title)}</Link> : <span>{pick(alert.title)}</span>}
          <small>
            <span>{alert.place?.name}</span>
            <Time at={alert.raisedAt} />
          </small>
        </li>
      ))}
    </ul>
  );
}
