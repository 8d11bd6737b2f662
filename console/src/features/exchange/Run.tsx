import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { run } from '../../api/subscriptions';
import type { ExchangeRun, RunCell } from '../../api/subscriptions';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { FigureCards } from '../../shared/page/FigureCards';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';

const CARDS = ['subscriptions', 'sent', 'applied', 'tableRows', 'equal', 'held'] as const;

/** An exchange run in one picture: who gives how much to whom, and whether both sides hold the same. */
export default function Run() {
  const { id = '' } = useParams();
  const { t, pick } = useLanguage();
  const query = useQuery({ queryKey: ['subscriptions', 'run', id], queryFn: () => run(id), refetchInterval: 5000 });
  return (
    <Page title={pick(query.data?.title) || id} purpose={t('subscription.runPurpose')} asOf={query.dataUpdatedAt} source={'subscriptions:' + id} back="/exchange/subscriptions">
      <Outcome query={query}>
        {(found) => (
          <div className="cb-stack">
            <Alert type={found.done ? 'success' : 'info'} showIcon title={t(found.done ? 'subscription.runDone' : 'subscription.runGoes')} />
            <FigureCards cards={CARDS.flatMap((card) => (found.figures[card] ? [{ id: card, label: t(`subscription.card.${card}`), figure: found.figures[card] }] : []))} />
            <Panel title={t('subscription.matrix')}>
              <Matrix found={found} />
            </Panel>
          </div>
        )}
      </Outcome>
    </Page>
  );
}

/** A run may take several of a unit's tables to the same unit. */
export function byPair(cells: RunCell[]): Map<string, RunCell[]> {
  const pairs = new Map<string, RunCell[]>();
  for (const cell of cells) {
    const pair = cell.provider + '>' + cell.consumer;
    pairs.set(pair, [...(pairs.get(pair) ?? []), cell]);
  }
  return pairs;
}

function Matrix({ found }: { found: ExchangeRun }) {
  const { t, pick } = useLanguage();
  const cells = byPair(found.cells);
  const givers = found.units.filter((unit) => found.cells.some((cell) => cell.provider === unit.code));
  const takers = found.units.filter((unit) => found.cells.some((cell) => cell.consumer === unit.code));
  return (
    <div className="cb-matrix-frame" tabIndex={0} role="region" aria-label={t('subscription.matrix')}>
      <table className="cb-matrix">
        <thead>
          <tr>
            <th scope="col">{t('subscription.giverTaker')}</th>
            {takers.map((unit) => (
              <th key={unit.code} scope="col">{pick(unit.title)}</th>
            ))}
            <th scope="col">{t('subscription.given')}</th>
          </tr>
        </thead>
        <tbody>
          {givers.map((giver) => (
            <tr key={giver.code}>
              <th scope="row">{pick(giver.title)}</th>
              {takers.map((taker) => {
                const several = cells.get(giver.code + '>' + taker.code);
                return <td key={taker.code}>{several ? several.map((cell) => <MatrixCell key={cell.subscription} cell={cell} />) : <span className="cb-faint">·</span>}</td>;
              })}
              <td className="cb-matrix-sum"><Figure figure={{ ...giver.given, unit: '' }} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('subscription.received')}</th>
            {takers.map((unit) => (
              <td key={unit.code} className="cb-matrix-sum"><Figure figure={{ ...unit.received, unit: '' }} /></td>
            ))}
            <td className="cb-matrix-sum">{found.figures.tableRows ? <Figure figure={{ ...found.figures.tableRows, unit: '' }} /> : null}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MatrixCell({ cell }: { cell: RunCell }) {
  const { t } = useLanguage();
  const state = cell.equal == null || cell.state !== 'FLOWING' ? cell.state : cell.equal ? 'OK' : 'PROBLEM';
  return (
    <span className="cb-matrix-cell">
      <Figure figure={{ ...cell.rows, unit: '' }} />
      <Link to={'/exchange/subscriptions/' + cell.subscription} aria-label={t('subscription.open')}>
        <StatusLight state={state} text="" />
      </Link>
    </span>
  );
}
