/** The page of the batch that a receipt "resource/lane/sequence/row" names. */
export function receiptPath(receipt: string): string {
  const [resource = '', ...rest] = receipt.split('/');
  return `/exchange/${encodeURIComponent(resource)}?batch=${rest.join('/')}`;
}
