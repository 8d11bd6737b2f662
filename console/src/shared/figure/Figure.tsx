import type { Figure as FigureValue } from '../../api/types';
import { useLanguage } from '../../i18n';
import { formatNumber, formatTime } from '../format';
import { useSourceDrawer } from './sourceParam';

type Props = {
  figure: FigureValue;
  /** `big` for figure cards, `wall` for the wall, plain text size otherwise. */
  look?: 'text' | 'big' | 'wall';
  /** A zero has no tone: nothing is overdue, nothing alarms. */
  tone?: 'overdue' | 'near' | 'onTime' | 'plain';
  /** When the figure leads to another page by itself, the drawer is not opened. */
  onOpen?: () => void;
};

/** What the server calls the unit of a value that is words and has none. */
const WORDS = 'text';
const DAY = /^\d{4}-\d{2}-\d{2}(T.*)?$/;

/** The only way a figure reaches a page: value, unit, and a click to where it came from. */
export function Figure({ figure, look = 'text', tone = 'plain', onOpen }: Props) {
  const { t, lang, word } = useLanguage();
  const openSource = useSourceDrawer();
  const { value, source, asOf } = figure;
  const unit = figure.unit === WORDS ? '' : figure.unit;
  const missing = value == null || value === '';
  const shown = missing ? '—' : typeof value === 'string' && DAY.test(value) ? formatTime(value, lang) : typeof value === 'string' && !unit ? word('value', value) : formatNumber(value);
  const isZero = !missing && Number(value) === 0;
  const isNumber = typeof value === 'number' || (typeof value === 'string' && Boolean(unit));
  const hint = [t('figure.open'), asOf ? t('page.age', { time: formatTime(asOf, lang) }) : ''].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className={`cb-figure cb-figure-${look} cb-tone-${isZero ? 'plain' : tone}`}
      data-testid="figure"
      data-source={source}
      title={hint}
      aria-label={missing ? t('figure.none') : undefined}
      onClick={(event) => {
        event.stopPropagation();
        if (onOpen) onOpen();
        else openSource(source);
      }}
    >
      <span className={`cb-figure-value${isNumber ? ' cb-number' : ''}`} aria-hidden={missing}>
        {shown}
      </span>{' '}
      {unit && !missing ? <span className="cb-figure-unit">{word('unit', unit)}</span> : null}
    </button>
  );
}
