/** A name or number that the server has masked; shown in fixed groups so that columns line up. */
export function Masked({ text, mono }: { text: string | null | undefined; mono?: boolean }) {
  if (!text) return <span className="cb-faint">—</span>;
  return <span className={mono ? 'cb-masked cb-mono' : 'cb-masked'}>{text}</span>;
}
