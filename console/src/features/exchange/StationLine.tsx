import type { LaneDetail, Station } from '../../api/exchange';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';

/** From the department's database to the pool, with the count at each station; a fault is a red station with its mend. */
export function StationLine({ found }: { found: LaneDetail }) {
  return (
    <ol className="cb-stations" data-testid="stations">
      {found.stations.map((station) => (
        <StationBox key={station.id} station={station} />
      ))}
    </ol>
  );
}

function StationBox({ station }: { station: Station }) {
  const { pick, word } = useLanguage();
  const mend = pick(station.mend);
  return (
    <li data-state={station.state}>
      <div className="cb-station-name">
        <strong>{pick(station.title) || word('station', station.id)}</strong>
        <StatusLight state={station.state} />
      </div>
      {station.counts.map(({ label, figure }, index) => (
        <div key={index} className={index ? 'cb-station-count' : undefined}>
          <small className="cb-faint">{pick(label)}</small>
          <Figure figure={figure} look={index ? 'text' : 'big'} />
        </div>
      ))}
      {mend ? <p className="cb-mend">{mend}</p> : null}
    </li>
  );
}
