import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { scenes } from '../../api/scenes';
import type { SceneRow } from '../../api/scenes';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { useDepartments } from '../../shared/useDepartments';

/** The applications of the city: each a folder of declarations. */
export default function Scenes() {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['scenes'], queryFn: scenes });
  return (
    <Page title={t('scenes.title')} purpose={t('scenes.purpose')} asOf={query.dataUpdatedAt}>
      <Outcome query={query} isEmpty={(rows) => !rows.length} emptyText={t('scenes.empty')}>
        {(rows) => (
          <div className="cb-tiles">
            {rows.map((row) => (
              <Tile key={row.id} row={row} />
            ))}
          </div>
        )}
      </Outcome>
    </Page>
  );
}

function Tile({ row }: { row: SceneRow }) {
  const { t, pick } = useLanguage();
  const { nameOf } = useDepartments();
  const counts = [
    { id: 'alerts', label: t('scenes.alerts'), count: row.alerts, unit: 'alert' },
    { id: 'cases', label: t('scenes.cases'), count: row.cases, unit: 'case' },
  ].filter(({ count }) => count != null);
  return (
    <section className="cb-panel cb-tile">
      <h2>
        <Link to={'/scenes/' + encodeURIComponent(row.id)}>{pick(row.title)}</Link> <StatusLight state={row.state} />
      </h2>
      <p className="cb-faint">
        <code>{row.id}</code> · {t('scenes.version')} {row.label ?? row.version} · {nameOf(row.owner)}
      </p>
      {row.summary ? <p>{pick(row.summary)}</p> : null}
      <div className="cb-tile-figures">
        {counts.map(({ id, label, count, unit }) => (
          <span key={id}>
            {label} <Figure figure={figureOf(count, `scene:${row.id}:${id}`, unit)} />
          </span>
        ))}
      </div>
    </section>
  );
}
