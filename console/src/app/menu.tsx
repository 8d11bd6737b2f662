import { AlertOutlined, ApartmentOutlined, AuditOutlined, BankOutlined, BugOutlined, CheckSquareOutlined, DatabaseOutlined, EnvironmentOutlined, FileProtectOutlined, FolderOpenOutlined, FundProjectionScreenOutlined, IdcardOutlined, LineChartOutlined, MergeCellsOutlined, MobileOutlined, SafetyCertificateOutlined, SendOutlined, SwapOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TextKey } from '../i18n';

/** A room of the console; `also` is where pages of it lie that its own address does not lead. */
export type Entry = { to: string; also?: string; title: TextKey; icon: ReactNode; authority: string };
export type Group = { title: TextKey; entries: Entry[] };

/** The side menu by room. An entry whose authority the reader lacks is left out. */
export const menu: Group[] = [
  {
    title: 'nav.work',
    entries: [
      { to: '/', title: 'nav.todos', icon: <CheckSquareOutlined />, authority: 'todo.read' },
      { to: '/cases', title: 'nav.cases', icon: <FolderOpenOutlined />, authority: 'case.read' },
      { to: '/alerts', title: 'nav.alerts', icon: <AlertOutlined />, authority: 'alert.read' },
    ],
  },
  {
    title: 'nav.data',
    entries: [
      { to: '/resources', title: 'nav.resources', icon: <DatabaseOutlined />, authority: 'catalogue.read' },
      { to: '/exchange', title: 'nav.exchange', icon: <SwapOutlined />, authority: 'exchange.read' },
      { to: '/exchange/subscriptions', also: '/exchange/runs', title: 'nav.subscriptions', icon: <SendOutlined />, authority: 'exchange.read' },
      { to: '/findings', title: 'nav.findings', icon: <BugOutlined />, authority: 'exchange.read' },
      { to: '/registry', title: 'nav.registry', icon: <TeamOutlined />, authority: 'registry.read' },
      { to: '/firms', title: 'nav.firms', icon: <BankOutlined />, authority: 'registry.read' },
      { to: '/licences', title: 'nav.licences', icon: <IdcardOutlined />, authority: 'registry.read' },
      { to: '/credit', title: 'nav.credit', icon: <FileProtectOutlined />, authority: 'registry.read' },
      { to: '/economy', title: 'nav.economy', icon: <LineChartOutlined />, authority: 'economy.read' },
      { to: '/steward', title: 'nav.steward', icon: <MergeCellsOutlined />, authority: 'registry.rule' },
      { to: '/places', title: 'nav.places', icon: <EnvironmentOutlined />, authority: 'registry.read' },
      { to: '/quality', title: 'nav.quality', icon: <SafetyCertificateOutlined />, authority: 'registry.quality' },
    ],
  },
  {
    title: 'nav.rule',
    entries: [
      { to: '/scenes', title: 'nav.scenes', icon: <ApartmentOutlined />, authority: 'scene.read' },
      { to: '/audit', title: 'nav.audit', icon: <AuditOutlined />, authority: 'audit.read' },
    ],
  },
  {
    title: 'nav.fronts',
    entries: [
      { to: '/field', title: 'nav.field', icon: <MobileOutlined />, authority: 'field.work' },
      { to: '/wall', title: 'nav.wall', icon: <FundProjectionScreenOutlined />, authority: 'wall.read' },
    ],
  },
];

export function entriesFor(authorities: string[]): Group[] {
  return menu.map((group) => ({ ...group, entries: group.entries.filter(({ authority }) => authorities.includes(authority)) })).filter((group) => group.entries.length);
}

/** Whether the page belongs to the room though it lies elsewhere. */
export const isAlso = (entry: Entry, pathname: string) => Boolean(entry.also && pathname.startsWith(entry.also));

/** Whether another entry leads nearer to the page than this one, which is then not marked beside it. */
export function hasNearer(to: string, pathname: string): boolean {
  return menu.some(({ entries }) => entries.some((entry) => entry.to.startsWith(to + '/') && (pathname.startsWith(entry.to) || isAlso(entry, pathname))));
}

/** Where a reader starts: the to-dos, or the first room that opens to them. */
export function homeOf(authorities: string[]): string {
  return entriesFor(authorities)[0]?.entries[0]?.to ?? '/';
}
