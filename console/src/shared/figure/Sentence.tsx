import type { Text } from '../../api/types';
import { useLanguage } from '../../i18n';
import { formatNumber } from '../format';
import { Figure } from './Figure';
import { cut } from './sentence';

/** A sentence of the server whose amounts are figures: thousands grouped, each open to what the sentence was told from. */
export function Sentence({ text, source }: { text: Text | null | undefined; source: string }) {
  const { pick } = useLanguage();
  return <>{cut(pick(text)).map((part, index) => (part.figure ? <Figure key={index} figure={{ value: formatNumber(part.text), source }} /> : part.text))}</>;
}
