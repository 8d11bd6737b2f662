import type { Fact } from '../../api/cases';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';
import { Nothing } from '../../shared/page/Nothing';
import { Time } from '../../shared/time/Time';

export function Facts({ facts }: { facts: Fact[] }) {
  const { t, pick } = useLanguage();
  if (!facts.length) return <Nothing text={t('cases.noFacts')} />;
  return (
    <dl className="cb-facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{pick(fact.label)}</dt>
          <dd>
            <Figure figure={figureOf(fact.value, fact.source, fact.unit, fact.asOf)} />
            {fact.asOf ? (
              <small className="cb-faint">
                <Time at={fact.asOf} />
              </small>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
