import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import '@fontsource-variable/noto-sans-sc/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProblem, takeReturnAddress } from './api/http';
import { antTheme } from './app/antTheme';
import { Pages } from './app/routes';
import { LanguageProvider, useLanguage } from './i18n';
import './styles/base.css';
import './styles/page.css';
import './styles/parts.css';
import './styles/registries.css';
import { ErrorFence } from './shared/page/ErrorFence';
import { cssVariables, font, light } from './tokens';

for (const [name, value] of Object.entries(cssVariables(light))) document.documentElement.style.setProperty(name, value);
document.documentElement.style.setProperty('--font', font.family);
document.documentElement.style.setProperty('--mono', font.mono);

/** Refusals stay refusals; only a broken road is tried again. */
const retry = (failures: number, error: unknown) => failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500);
const client = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5000, refetchOnWindowFocus: true, networkMode: 'always' }, mutations: { networkMode: 'always' } } });

const returnTo = location.pathname === '/' ? takeReturnAddress() : null;
if (returnTo && returnTo !== '/') history.replaceState(null, '', returnTo);

function Console() {
  const { lang } = useLanguage();
  return (
    <ConfigProvider locale={lang === 'zh' ? zhCN : enUS} theme={antTheme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <ErrorFence>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </ErrorFence>
      </AntApp>
    </ConfigProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Console />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
