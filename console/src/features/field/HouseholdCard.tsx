import type { Visit } from '../../api/field';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { Figure } from '../../shared/figure/Figure';

/** Only what the visit needs. */
export function HouseholdCard({ visit }: { visit: Visit }) {
  const { t, pick } = useLanguage();
  const { household } = visit;
  return (
    <section className="cb-household">
      <header>
        <strong>
          <Masked text={visit.subjectName} />
        </strong>
        <span>{visit.address ?? visit.place?.name}</span>
      </header>
      {household?.members?.length ? (
        <p>
          {t('field.members')}: {household.members.map((member) => [member.maskedName, member.relation].filter(Boolean).join(' ')).join(' · ')}
        </p>
      ) : null}
      <dl className="cb-facts">
        {(household?.facts ?? []).map((fact, index) => (
          <div key={index}>
            <dt>{pick(fact.label)}</dt>
            <dd>
              <Figure figure={figureOf(fact.value, fact.source, fact.unit, fact.asOf)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
