import { formatNumber } from '../../shared/format';

/** Milliseconds as seconds with one digit, for a column whose title names the unit. */
export const SECONDS = (milliseconds: number) => String(formatNumber(Math.round(milliseconds / 100) / 10));
