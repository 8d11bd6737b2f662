import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { allSeries } from '../../api/economy';
import type { Series } from '../../api/economy';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { Figure } from '../../shared/figure/Figure';
import { Nothing } from '../../shared/page/Nothing';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { Change } from './Change';

/** All series with their newest closed month. */
export default function Economy() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['economy'], queryFn: allSeries });
  return (
    <Page title={t('economy.title')} purpose={t('economy.purpose')} asOf={query.dataUpdatedAt} print>
      <Outcome query={query}>
        {(all) => (
          <div className="cb-tiles">
            {all.map((series) => (
              <Tile key={series.code} series={series} />
            ))}
          </div>
        )}
      </Outcome>
    </Page>
  );
}

function Tile({ series }: { series: Series }) {
  const { t, pick } = useLanguage();
  const point = series.points.at(-1);
  return (
    <Panel title={<Link to={'/economy/' + encodeURIComponent(series.code)}>{pick(series.title)}</Link>} extra={<span className="cb-faint">{point?.period}</span>}>
      {point ? (
        <>
          <p className="cb-series-value">
            <Figure figure={point.figure} look="big" /> <span className="cb-faint">{pick(series.unit)}</span>
          </p>
          <p className="cb-series-changes">
            <Change label={t('economy.yoy')} figure={point.yearOnYear} /> <Change label={t('economy.pop')} figure={point.periodOnPeriod} />
          </p>
        </>
      ) : (
        <Nothing text={t('economy.notYet')} />
      )}
      <p className="cb-faint cb-series-caliber">{pick(series.caliber)}</p>
      <p className="cb-faint">
        {t('registry.source')} <ResourceLink id={series.resource} />
      </p>
    </Panel>
  );
}
