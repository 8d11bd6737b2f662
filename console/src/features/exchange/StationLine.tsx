import type { LaneDetail, Station } from '../../api/exchange';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { Time } from '../../shared/time/Time';

/** From the department's database to the pool, with the count at each station; a fault is a red station with its mend. */
export function StationLine({ resource, found }: { resource: string; found: LaneDetail }) {
  return (
    <ol className="cb-stations" data-testid="stations">
      {found.stations.map((station) => (
        <StationBox key={station.id} station={station} resource={resource} />
      ))}
    </ol>
  );
}

function StationBox({ station, resource }: { station: Station; resource: string }) {
  const { pick, word } = useLanguage();
  const note = pick(station.note);
  return (
    <li data-state={station.state}>
      <div className="cb-station-name">
        <strong>{word('station', station.id)}</strong>
        <StatusLight state={station.state} />
      </div>
      <Figure figure={figureOf(station.count, 'lane:' + resource, station.unit ?? 'row', station.at)} look="big" />
      {station.at ? (
        <small className="cb-faint">
          <Time at={station.at} precision="second" />
        </small>
      ) : null}
      {note ? <p>{note}</p> : null}
      {station.mend ? <p className="cb-mend">{pick(station.mend)}</p> : null}
    </li>
  );
}
