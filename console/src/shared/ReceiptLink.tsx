import { Link } from 'react-router';
import { receiptPath } from './receiptPath';

/** A receipt by lane, batch and row; the resource stands beside it and, in full, on pointing at it. */
export function ReceiptLink({ receipt }: { receipt: string }) {
  return (
    <Link className="cb-receipt-link" to={receiptPath(receipt)} title={receipt} aria-label={receipt}>
      {receipt.split('/').slice(1).join('/')}
    </Link>
  );
}
