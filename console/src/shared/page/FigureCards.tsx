import type { ReactNode } from 'react';
import type { Figure as FigureValue } from '../../api/types';
import { Figure } from '../figure/Figure';

export type Card = { id: string; label: ReactNode; figure: FigureValue; tone?: 'overdue' | 'near' | 'onTime' | 'plain' };

/** Figures above a list. The label filters the list, the figure opens its source. */
export function FigureCards({ cards, chosen, onChoose }: { cards: Card[]; chosen?: string; onChoose?: (id: string) => void }) {
  return (
    <div className="cb-cards">
      {cards.map(({ id, label, figure, tone }) => (
        <div key={id} className={`cb-card ${chosen === id ? 'cb-card-chosen' : ''}`}>
          {onChoose ? (
            <button type="button" className="cb-card-label" aria-pressed={chosen === id} onClick={() => onChoose(id)}>
              {label}
            </button>
          ) : (
            <span className="cb-card-label">{label}</span>
          )}
          <Figure figure={figure} look="big" tone={tone} />
        </div>
      ))}
    </div>
  );
}
