import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { quality } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { FigureCards } from '../../shared/page/FigureCards';
import { Nothing } from '../../shared/page/Nothing';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { useParam } from '../../shared/useParam';

/** How good each source of a registry is: completeness, validity, conflicts, repeats. Every figure opens to its rows. */
export default function Quality() {
  const { t, pick } = useLanguage();
  const [kind, setKind] = useParam('kind', 'person');
  const query = useQuery({ queryKey: ['quality', kind], queryFn: () => quality(kind) });
  return (
    <Page title={t('steward.quality')} purpose={t('steward.qualityPurpose')} asOf={query.dataUpdatedAt} print>
      <p>
        <Segmented value={kind} onChange={(value) => setKind(String(value))} options={[{ value: 'person', label: t('steward.persons') }, { value: 'firm', label: t('steward.firms') }]} />
      </p>
      <Outcome query={query}>
        {(cards) =>
          cards.length ? (
            <>
              {cards.map((card) => (
                <Panel key={card.resource} title={pick(card.title)} extra={<Link to={'/resources/' + encodeURIComponent(card.resource)}>{card.resource}</Link>}>
                  <FigureCards cards={card.measures.map((measure) => ({ id: measure.name, label: pick(measure.label), figure: measure.figure }))} />
                </Panel>
              ))}
            </>
          ) : (
            <Nothing text={t('steward.noSources')} />
          )
        }
      </Outcome>
    </Page>
  );
}
