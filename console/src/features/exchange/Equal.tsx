import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';

/** Whether the last comparison found the same rows on both sides. */
export function Equal({ equal }: { equal?: boolean | null }) {
  const { t } = useLanguage();
  if (equal == null) return <span className="cb-faint">{t('subscription.notCompared')}</span>;
  return <StatusLight state={equal ? 'OK' : 'PROBLEM'} text={t(equal ? 'subscription.equal' : 'subscription.different')} />;
}
