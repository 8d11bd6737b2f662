import { figureOf } from '../../api/types';
import type { WallStage } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';

/** Cases by stage, with the worst light among them. */
export function Stages({ stages }: { stages: WallStage[] }) {
  const { t, pick } = useLanguage();
  if (!stages.length) return <p className="cb-faint">{t('wall.noStages')}</p>;
  return (
    <ul className="cb-wall-stages">
      {stages.map((stage) => (
        <li key={stage.id}>
          <span>{pick(stage.title)}</span>
          {stage.light ? <StatusLight state={stage.light} /> : <span />}
          <Figure figure={figureOf(stage.count, stage.source ?? 'indicator:cases-by-stage', 'case')} look="wall" />
        </li>
      ))}
    </ul>
  );
}
