import { useLanguage } from '../i18n';

/** In place of a map that this browser cannot draw. */
export function NoMap() {
  const { t } = useLanguage();
  return (
    <p role="status" className="cb-nothing" data-map="none">
      {t('common.noMap')}
    </p>
  );
}
