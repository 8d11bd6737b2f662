import type { ReactNode } from 'react';
import type { Text } from '../../api/types';
import { useLanguage } from '../../i18n';
import { formatNumber } from '../format';
import { Figure } from './Figure';
import { cut } from './sentence';

/** What stays on the figure's line: a bracket before it, its sign of yuan or times and the stops after it. */
const BEFORE = /[(\uff08]$/;
const AFTER = /^\s?(?:CNY|\u5143|\u500d|%)?[)\uff09,\uff0c.\u3002:\uff1a;\uff1b]*/;

/** A sentence of the server whose amounts are figures: thousands grouped, each open to what the sentence was told from. */
export function Sentence({ text, source }: { text: Text | null | undefined; source: string }) {
  const { pick } = useLanguage();
  const parts = cut(pick(text));
  const words: ReactNode[] = [];
  let taken = 0;
  parts.forEach((part, index) => {
    if (!part.figure) {
      const tail = parts[index + 1]?.figure ? (BEFORE.exec(part.text)?.[0].length ?? 0) : 0;
      words.push(part.text.slice(taken, part.text.length - tail));
      taken = 0;
      return;
    }
    const before = BEFORE.exec(parts[index - 1]?.text ?? '')?.[0] ?? '';
    const after = AFTER.exec(parts[index + 1]?.text ?? '')?.[0] ?? '';
    taken = after.length;
    words.push(
      <span key={index} className="cb-together">
        {before}
        <Figure figure={{ value: formatNumber(part.text), source }} />
        {after}
      </span>,
    );
  });
  return <>{words}</>;
}
