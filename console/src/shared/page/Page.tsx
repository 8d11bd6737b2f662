import { ArrowLeftOutlined, DatabaseOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../i18n';
import { useSourceDrawer } from '../figure/sourceParam';
import { formatTime } from '../format';

type Props = {
  title: ReactNode;
  /** Plain text for the browser tab when the title is more than text. */
  tab?: string;
  purpose: string;
  /** When the data was true, as the server says; a number is when this page read it. */
  asOf?: string | number | null;
  source?: string | null;
  back?: string;
  print?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

/** What every page has: title, one sentence of purpose, the age of its data, its source button. */
export function Page({ title, tab, purpose, asOf, source, back, print, actions, children }: Props) {
  const { t, lang } = useLanguage();
  const openSource = useSourceDrawer();
  const navigate = useNavigate();
  const tabText = tab ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = [tabText, t('app.name')].filter(Boolean).join(' · ');
  }, [tabText, t]);
  return (
    <div className="cb-page">
      <header className="cb-page-head">
        {back ? (
          <Tooltip title={t('page.back')}>
            <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('page.back')} onClick={() => void navigate(back)} />
          </Tooltip>
        ) : null}
        <div className="cb-page-words">
          <h1>{title}</h1>
          <p>{purpose}</p>
        </div>
        <div className="cb-page-tools">
          {asOf ? <span className="cb-age">{t(typeof asOf === 'number' ? 'page.read' : 'page.age', { time: formatTime(new Date(asOf), lang, 'second') })}</span> : null}
          {source ? (
            <Button size="small" icon={<DatabaseOutlined />} data-testid="page-source" onClick={() => openSource(source)}>
              {t('page.source')}
            </Button>
          ) : null}
          {print ? (
            <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('table.print')}
            </Button>
          ) : null}
          {actions}
        </div>
      </header>
      {children}
    </div>
  );
}
