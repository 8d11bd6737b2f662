import { useLanguage } from '../../i18n';
import { Page } from '../../shared/page/Page';
import { FindingsTable } from './FindingsTable';

/** What the departments should mend, over all resources. */
export default function Findings() {
  const { t } = useLanguage();
  return (
    <Page title={t('exchange.findingsTitle')} purpose={t('exchange.findingsPurpose')}>
      <FindingsTable />
    </Page>
  );
}
