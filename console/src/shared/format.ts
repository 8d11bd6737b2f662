import type { Lang } from '../i18n';

/** City and machine times are shown on the wall clock of the city's zone, wherever the browser is. */
export const CITY_ZONE = 'Asia/Shanghai';

function parts(at: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: CITY_ZONE, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return Object.fromEntries(format.formatToParts(at).map((piece) => [piece.type, piece.value]));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(year: string, month: string, day: string, lang: Lang): string {
  return lang === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

const DAY_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 2026年11月21日 14:05, and 2026年11月21日 for a bare day; an unreadable text stays as it is. */
export function formatTime(value: string | Date, lang: Lang, precision: 'minute' | 'second' = 'minute'): string {
  const bare = typeof value === 'string' && DAY_ONLY.exec(value);
  if (bare) return dayText(bare[1] ?? '', bare[2] ?? '', bare[3] ?? '', lang);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return String(value);
  const p = parts(at);
  const clock = `${p.hour}:${p.minute}` + (precision === 'second' ? `:${p.second}` : '');
  return dayText(p.year ?? '', p.month ?? '', p.day ?? '', lang) + ' ' + clock;
}

export function formatDay(value: string | Date, lang: Lang): string {
  return formatTime(value, lang).replace(/ \d{2}:\d{2}$/, '');
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Groups thousands and keeps every decimal that the source gave: money comes as text so that no cent is lost. */
export function formatNumber(value: number | string): string {
  const text = String(value);
  if (!PLAIN_NUMBER.test(text)) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : grouped + '.' + fraction;
}

/** A group of codes such as a digest, in fours. */
export const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

export const shortDigest = (digest: string) => (digest.length > 16 ? digest.slice(0, 8) + '…' + digest.slice(-6) : digest);
