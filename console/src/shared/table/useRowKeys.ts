import { useEffect, useState } from 'react';

type Actions<T> = { onOpen?: (row: T) => void; onToggle?: (row: T) => void };

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName));
const covered = () => !!document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="display: none"])');

/** Keyboard for a list: j and k move, Enter opens, x selects. */
export function useRowKeys<T>(rows: T[], { onOpen, onToggle }: Actions<T>) {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    if (!onOpen) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || covered()) return;
      const row = rows[current];
      if (event.key === 'j' || event.key === 'ArrowDown') setCurrent(Math.min(rows.length - 1, current + 1));
      else if (event.key === 'k' || event.key === 'ArrowUp') setCurrent(Math.max(0, current - 1));
      else if (event.key === 'Enter' && row) onOpen(row);
      else if (event.key === 'x' && row && onToggle) onToggle(row);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [rows, current, onOpen, onToggle]);
  useEffect(() => {
    document.querySelector('.cb-row-current')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return { current, setCurrent };
}
