import type { Explained } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';

/** Between fields that are compared as one. */
const GROUP = ' / ';
const HALF = 50;

/** What each field adds to the odds: to the right for, to the left against; the sum so far beside it. */
export function Waterfall({ found }: { found: Explained }) {
  const { t, word } = useLanguage();
  const widest = Math.max(1, ...found.steps.map((step) => Math.abs(step.bits)));
  const source = 'comparison:' + found.doubt.id;
  return (
    <table className="cb-waterfall">
      <thead>
        <tr>
          <th>{t('registry.field')}</th>
          <th>{t('steward.left')}</th>
          <th>{t('steward.right')}</th>
          <th>{t('steward.bits')}</th>
          <th aria-label={t('steward.bar')} />
          <th>{t('steward.total')}</th>
        </tr>
      </thead>
      <tbody>
        {found.steps.map((step) => {
          const share = (Math.abs(step.bits) / widest) * HALF;
          return (
            <tr key={step.field}>
              <td>{step.field.split(GROUP).map((field) => word('match', field)).join(GROUP)}</td>
              <td>{step.left || '—'}</td>
              <td>{step.right || '—'}</td>
              <td>
                <Figure figure={{ value: step.bits.toFixed(1), source }} />
              </td>
              <td className="cb-waterfall-bar">
                <span className={step.bits < 0 ? 'cb-against' : 'cb-for'} style={{ width: share + '%', marginInlineStart: (step.bits < 0 ? HALF - share : HALF) + '%' }} />
              </td>
              <td>
                <Figure figure={{ value: step.total.toFixed(1), source }} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={6}>{t('steward.thresholds', { link: found.link.toFixed(0), clerical: found.clerical.toFixed(0) })}</td>
        </tr>
      </tfoot>
    </table>
  );
}
