import { Link } from 'react-router';
import { useLanguage } from '../i18n';
import { Nothing } from '../shared/page/Nothing';
import { Page } from '../shared/page/Page';

export function NotFound() {
  const { t } = useLanguage();
  return (
    <Page title={t('app.notFound')} purpose={t('app.notFoundAdvice')}>
      <Nothing text={t('app.notFound')} action={<Link to="/">{t('app.home')}</Link>} />
    </Page>
  );
}
