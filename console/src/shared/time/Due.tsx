import { useLanguage } from '../../i18n';
import { formatDay } from '../format';
import { useCityClock } from './useCityClock';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is left of a deadline on the city clock, with the day itself beside it. */
export function Due({ at, paused }: { at: string | null | undefined; paused?: boolean }) {
  const { t, lang } = useLanguage();
  const city = useCityClock(5000);
  if (!at) return <span className="cb-faint">{t('due.none')}</span>;
  const until = t('due.until', { day: formatDay(at, lang) });
  if (!city || paused) return <span className="cb-time">{until}</span>;
  const left = new Date(at).getTime() - city.now.getTime();
  const size = Math.abs(left);
  const n = Math.max(1, size < DAY ? Math.ceil(size / HOUR) : Math.floor(size / DAY));
  const text = left < 0 ? t(size < DAY ? 'due.overHours' : 'due.over', { n }) : t(size < DAY ? 'due.hours' : 'due.left', { n });
  return (
    <span className="cb-time">
      {text} <span className="cb-faint">({until})</span>
    </span>
  );
}
