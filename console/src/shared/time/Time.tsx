import { useLanguage } from '../../i18n';
import { formatDay, formatTime } from '../format';

type Props = { at: string | null | undefined; precision?: 'day' | 'minute' | 'second' };

/** A moment in the one form of the house: 2026年11月21日 14:05. */
export function Time({ at, precision = 'minute' }: Props) {
  const { lang } = useLanguage();
  if (!at) return <span className="cb-faint">—</span>;
  return (
    <time dateTime={at} className="cb-time">
      {precision === 'day' ? formatDay(at, lang) : formatTime(at, lang, precision)}
    </time>
  );
}
