import { LogoutOutlined, MenuOutlined, TranslationOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { logout } from '../api/me';
import { useLanguage } from '../i18n';
import { SourceDrawer } from '../shared/figure/SourceDrawer';
import { ErrorFence } from '../shared/page/ErrorFence';
import { Loading } from '../shared/page/Loading';
import { CityClock } from '../shared/time/CityClock';
import { useLiveChanges } from '../shared/useLiveChanges';
import { useMe } from '../shared/useMe';
import { entriesFor, hasNearer, isAlso } from './menu';

function SideMenu({ authorities }: { authorities: string[] }) {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  return (
    <nav className="cb-menu" aria-label={t('app.menu')}>
      {entriesFor(authorities).map((group) => (
        <div key={group.title}>
          <h2>{t(group.title)}</h2>
          {group.entries.map((entry) => (
            <NavLink key={entry.to} to={entry.to} end={entry.to === '/' || hasNearer(entry.to, pathname)} className={({ isActive }) => (isActive || isAlso(entry, pathname) ? 'active' : '')}>
              {entry.icon} <span>{t(entry.title)}</span>
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}

function Account({ name, roles }: { name: string; roles: string[] }) {
  const { t, word } = useLanguage();
  const leave = () => void logout().finally(() => location.assign('/'));
  return (
    <Dropdown trigger={['click']} menu={{ items: [{ key: 'out', icon: <LogoutOutlined />, label: t('app.logout'), onClick: leave }] }}>
      <button type="button" className="cb-account" data-testid="account" aria-label={`${name} ${word('role', roles[0])}`}>
        <span className="cb-avatar" aria-hidden data-letter={name.slice(0, 1)} />
        <span className="cb-wide">
          <strong>{name}</strong>{' '}
          <small>{word('role', roles[0])}</small>
        </span>
      </button>
    </Dropdown>
  );
}

/** The workbench: side menu by room, header with the city's clock, content, one source drawer. */
export function Workbench() {
  const { t, lang, setLang } = useLanguage();
  const me = useMe();
  const { pathname, key: place } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  useLiveChanges();
  const side = <SideMenu authorities={me.data?.authorities ?? []} />;
  return (
    <div className="cb-bench">
      <a className="cb-skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="cb-top">
        <Button className="cb-narrow" type="text" icon={<MenuOutlined />} aria-label={t('app.menu')} onClick={() => setOpen(true)} />
        <Link to="/" className="cb-brand" aria-label={`${t('app.name')} ${t('app.sub')}`}>
          <img src="/icon.svg" alt="" width={26} height={26} />
          <strong>{t('app.name')}</strong>
          <small className="cb-wide">{t('app.sub')}</small>
        </Link>
        <span className="cb-grow" />
        <CityClock />
        <Button type="text" icon={<TranslationOutlined />} data-testid="language" aria-label={t('app.language')} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {t('app.language')}
        </Button>
        {me.data ? <Account name={me.data.name} roles={me.data.roles} /> : null}
      </header>
      <aside className="cb-side">{side}</aside>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={240} title={t('app.name')}>
        {side}
      </Drawer>
      <main id="content" className="cb-content">
        <ErrorFence key={pathname} place={place}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorFence>
      </main>
      <SourceDrawer />
    </div>
  );
}
