import type { DecisionParameter } from '../../api/decisions';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';
import { Panel } from '../../shared/page/Panel';
import { Time } from '../../shared/time/Time';

/** The dated values the rule used, each with the law it rests on. */
export function Parameters({ decisionId, parameters }: { decisionId: string; parameters: DecisionParameter[] }) {
  const { t, pick } = useLanguage();
  if (!parameters.length) return null;
  return (
    <Panel title={t('decisions.parameters')}>
      <div className="cb-inputs">
        <table>
          <thead>
            <tr>
              <th>{t('decisions.parameter')}</th>
              <th className="cb-right">{t('decisions.value')}</th>
              <th>{t('decisions.from')}</th>
              <th>{t('common.legalBasis')}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map((parameter) => (
              <tr key={parameter.id}>
                <td>{pick(parameter.title) || <code>{parameter.id}</code>}</td>
                <td className="cb-right">
                  <Figure figure={figureOf(parameter.value, 'decision:' + decisionId, parameter.unit)} />
                </td>
                <td>
                  <Time at={parameter.from} precision="day" />
                </td>
                <td>{pick(parameter.basis)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
