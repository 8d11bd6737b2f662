import { Link } from 'react-router';
import type { Resource } from '../../api/catalogue';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { FigureCards } from '../../shared/page/FigureCards';
import { Nothing } from '../../shared/page/Nothing';
import { Time } from '../../shared/time/Time';

export function Flow({ found }: { found: Resource }) {
  const { t } = useLanguage();
  const { flow } = found;
  if (!flow) return <Nothing text={t('catalogue.noFlow')} />;
  const source = 'lane:' + found.id;
  return (
    <div className="cb-stack">
      <p>
        <StatusLight state={flow.state} /> <Time at={flow.lastAt} precision="second" /> <Link to={'/exchange/' + encodeURIComponent(found.id)}>{t('catalogue.toExchange')}</Link>
      </p>
      <FigureCards
        cards={[
          { id: 'batches', label: t('catalogue.batches'), figure: figureOf(flow.sequence, source, 'batch') },
          { id: 'rows', label: t('catalogue.rows'), figure: figureOf(flow.rowTotal, source, 'row') },
          { id: 'bad', label: t('catalogue.bad'), figure: figureOf(flow.badTotal, source, 'row'), tone: 'near' },
        ]}
      />
    </div>
  );
}
