import { AlertOutlined, ApartmentOutlined, AuditOutlined, BugOutlined, CheckSquareOutlined, DatabaseOutlined, FolderOpenOutlined, FundProjectionScreenOutlined, MobileOutlined, SwapOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TextKey } from '../i18n';

export type Entry = { to: string; title: TextKey; icon: ReactNode; authority?: string };
export type Group = { title: TextKey; entries: Entry[] };

/** The side menu by room. An entry whose authority the reader lacks is left out. */
export const menu: Group[] = [
  {
    title: 'nav.work',
    entries: [
      { to: '/', title: 'nav.todos', icon: <CheckSquareOutlined /> },
      { to: '/cases', title: 'nav.cases', icon: <FolderOpenOutlined /> },
      { to: '/alerts', title: 'nav.alerts', icon: <AlertOutlined /> },
    ],
  },
  {
    title: 'nav.data',
    entries: [
      { to: '/resources', title: 'nav.resources', icon: <DatabaseOutlined /> },
      { to: '/exchange', title: 'nav.exchange', icon: <SwapOutlined /> },
      { to: '/findings', title: 'nav.findings', icon: <BugOutlined /> },
      { to: '/registry', title: 'nav.registry', icon: <TeamOutlined />, authority: 'registry.' },
    ],
  },
  {
    title: 'nav.rule',
    entries: [
      { to: '/scenes', title: 'nav.scenes', icon: <ApartmentOutlined /> },
      { to: '/audit', title: 'nav.audit', icon: <AuditOutlined />, authority: 'audit.' },
    ],
  },
  {
    title: 'nav.fronts',
    entries: [
      { to: '/field', title: 'nav.field', icon: <MobileOutlined /> },
      { to: '/wall', title: 'nav.wall', icon: <FundProjectionScreenOutlined /> },
    ],
  },
];

export function entriesFor(authorities: string[]): Group[] {
  const allowed = ({ authority }: Entry) => !authority || authorities.some((held) => held.startsWith(authority));
  return menu.map((group) => ({ ...group, entries: group.entries.filter(allowed) })).filter((group) => group.entries.length);
}
