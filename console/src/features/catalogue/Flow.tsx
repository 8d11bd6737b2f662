import { Link } from 'react-router';
import type { Resource } from '../../api/catalogue';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { FigureCards } from '../../shared/page/FigureCards';
import { Nothing } from '../../shared/page/Nothing';
import { Panel } from '../../shared/page/Panel';
import { Time } from '../../shared/time/Time';

/** What flows now, and what was found wrong with it. */
export function Flow({ found }: { found: Resource }) {
  const { t, word } = useLanguage();
  const { flow, quality } = found;
  if (!flow?.state) return <Nothing text={t('catalogue.noFlow')} />;
  const source = 'lane:' + found.id;
  const states = Object.entries(quality?.findings ?? {});
  const cards = [
    { id: 'rows', label: t('catalogue.rows'), figure: figureOf(flow.rows, source, 'rows', flow.updatedAt) },
    { id: 'bad', label: t('catalogue.bad'), figure: figureOf(flow.badRows, source, 'rows', flow.updatedAt), tone: 'near' as const },
    { id: 'batches', label: t('catalogue.batches'), figure: figureOf(flow.sequence, source, 'batches', flow.updatedAt) },
    ...states.map(([state, count]) => ({ id: state, label: `${t('catalogue.findings')}: ${word('findingState', state)}`, figure: figureOf(count, quality?.source ?? source, 'findings') })),
  ];
  return (
    <Panel
      title={t('catalogue.flow')}
      extra={
        <>
          <StatusLight state={flow.state} /> <Time at={flow.updatedAt} precision="second" /> <Link to={'/exchange/' + encodeURIComponent(found.id)}>{t('catalogue.toExchange')}</Link>
        </>
      }
    >
      {flow.reason ? <p className="cb-mend">{flow.reason}</p> : null}
      <FigureCards cards={cards} />
    </Panel>
  );
}
