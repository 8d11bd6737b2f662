import { useNavigate } from 'react-router';
import { receiptPath } from '../receiptPath';
import { Figure } from './Figure';

/** A figure that a single row of a department tells: it opens at that row, in the batch that brought it. */
export function RowFigure({ value, unit, receipt }: { value: string | null | undefined; unit: string; receipt: string }) {
  const navigate = useNavigate();
  if (!value) return '—';
  return <Figure figure={{ value, unit, source: 'lane:' + (receipt.split('/')[0] ?? '') }} onOpen={() => void navigate(receiptPath(receipt))} />;
}
