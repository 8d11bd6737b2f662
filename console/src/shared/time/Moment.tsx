import { Input } from 'antd';

/** Asks for a moment to the minute, in the reader's own zone; the answer is ISO 8601, or nothing. */
export function Moment({ label, at, onAt }: { label: string; at?: string; onAt: (at: string | undefined) => void }) {
  return (
    <label>
      {label} <Input className="cb-moment" type="datetime-local" value={local(at)} onChange={(event) => onAt(event.target.value ? new Date(event.target.value).toISOString() : undefined)} />
    </label>
  );
}

/** A moment as the browser's own field writes it: local time to the minute. */
function local(at: string | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
