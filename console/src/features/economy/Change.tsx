import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { Figure as FigureValue } from '../../api/types';
import { Figure } from '../../shared/figure/Figure';

/** A change in per cent with its direction; a dash where there is nothing to compare with. */
export function Change({ label, figure }: { label?: string; figure?: FigureValue | null }) {
  const value = Number(figure?.value);
  return (
    <span className="cb-change">
      {label ? <span className="cb-faint">{label} </span> : null}
      {figure ? (
        <>
          {value > 0 ? <ArrowUpOutlined aria-hidden /> : value < 0 ? <ArrowDownOutlined aria-hidden /> : null} <Figure figure={figure} />
        </>
      ) : (
        '—'
      )}
    </span>
  );
}
