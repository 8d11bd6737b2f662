import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CSSProperties } from 'react';
import { useSearchParams } from 'react-router';
import { wall } from '../../api/wall';
import type { Wall as WallValue } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { CityClock } from '../../shared/time/CityClock';
import { useLiveChanges } from '../../shared/useLiveChanges';
import { cssVariables, wall as theme } from '../../tokens';
import { AlertList } from './AlertList';
import { Block } from './Block';
import { DecisionList } from './DecisionList';
import { FlowChart } from './FlowChart';
import { Stages } from './Stages';
import { WallFigures } from './WallFigures';
import { WallMap } from './WallMap';
import { useFit } from './useFit';
import './wall.css';

const REFRESH = 10_000;

/** The wall at 1920 by 1080, one block under the other on a phone: facts and flow left, the map in the middle, alerts and cases right; no block without its source. */
export default function Wall() {
  const { t, pick } = useLanguage();
  const [params] = useSearchParams();
  const scale = useFit();
  const query = useQuery({ queryKey: ['wall'], queryFn: wall, refetchInterval: REFRESH });
  useLiveChanges();
  useEffect(() => {
    document.title = t('wall.title');
  }, [t]);
  const style = { ...cssVariables(theme), '--scale': scale } as CSSProperties;
  return (
    <div className="cb-wall-ground" style={cssVariables(theme) as CSSProperties} data-embedded={params.has('embed')}>
      <div className="cb-wall" style={style}>
        <header className="cb-wall-head">
          <span className="cb-wall-side">{t('wall.subtitle')}</span>
          <h1>{pick(query.data?.title) || t('wall.title')}</h1>
          <span className="cb-wall-side cb-right">
            <CityClock />
          </span>
        </header>
        <Outcome query={query}>{(data) => <Blocks data={data} />}</Outcome>
      </div>
    </div>
  );
}

function Blocks({ data }: { data: WallValue }) {
  const { t, pick } = useLanguage();
  const [first, second] = data.blocks;
  const stageSource = data.stages?.[0]?.source ?? 'indicator:cases-by-stage';
  return (
    <div className="cb-wall-grid">
      <div className="cb-wall-column">
        {[first, second].map((block) =>
          block ? (
            <Block key={block.id} title={pick(block.title)} source={block.source} asOf={data.asOf} to={block.to}>
              <WallFigures figures={block.figures} source={block.source} />
            </Block>
          ) : null,
        )}
        {data.flow ? (
          <Block title={t('wall.flow')} source={data.flow.source} asOf={data.asOf} to="/exchange" clock="machine" grow>
            <FlowChart flow={data.flow} />
          </Block>
        ) : null}
      </div>
      <Block title={pick(data.countyTitle) || t('wall.map')} source={data.counties[0]?.source ?? 'indicator:counties'} asOf={data.asOf} grow note={t('wall.sketch')}>
        <WallMap counties={data.counties} alerts={data.alerts} />
      </Block>
      <div className="cb-wall-column">
        <Block title={t('wall.alerts')} source="indicator:alerts" asOf={data.asOf} to="/alerts" clock="machine" grow>
          <AlertList alerts={data.alerts} />
        </Block>
        <Block title={t('wall.stages')} source={stageSource} asOf={data.asOf} to="/cases">
          <Stages stages={data.stages ?? []} />
        </Block>
        <Block title={t('wall.decisions')} source="indicator:decisions" asOf={data.asOf} clock="machine" grow>
          <DecisionList decisions={data.decisions ?? []} />
        </Block>
      </div>
    </div>
  );
}
