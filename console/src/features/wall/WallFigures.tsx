import { figureOf } from '../../api/types';
import type { WallFigure } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';

export function WallFigures({ figures, source }: { figures: WallFigure[]; source: string }) {
  const { pick } = useLanguage();
  return (
    <dl className="cb-wall-figures">
      {figures.map(({ label, figure }, index) => (
        <div key={index}>
          <dt>{pick(label)}</dt>
          <dd>
            <Figure figure={figureOf(figure, source)} look="wall" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
