/** The one token file: the workbench, the field and the wall are themes of it. */

export const font = { family: '"Noto Sans SC Variable", "Noto Sans SC", system-ui, sans-serif', mono: '"SFMono-Regular", Consolas, "Liberation Mono", "Noto Sans SC Variable", monospace' };
export const size = { xs: 12, sm: 14, md: 16, lg: 20, xl: 24, xxl: 32, huge: 48 };
export const radius = 6;

/** Colours of the light ground. Status colours are used for status only, always with icon and word. */
export const light = {
  page: '#f4f6f9',
  panel: '#ffffff',
  sunken: '#f8f9fb',
  line: '#e1e5eb',
  lineSoft: '#eef0f4',
  text: '#1b2430',
  textSoft: '#56616f',
  textFaint: '#5c6673',
  brand: '#1559d6',
  brandSoft: '#edf3fd',
  overdue: '#d4380d',
  overdueSoft: '#fff8f5',
  near: '#975a00',
  nearSoft: '#fff9eb',
  onTime: '#2f7d0b',
  onTimeSoft: '#f2faec',
  paused: '#5f6672',
  pausedSoft: '#f3f4f6',
  info: '#1559d6',
  shade: 'rgba(15, 30, 60, 0.08)',
};

export const wall: typeof light = {
  page: '#061a33',
  panel: 'rgba(18, 52, 98, 0.42)',
  sunken: '#0a2547',
  line: 'rgba(118, 166, 232, 0.28)',
  lineSoft: 'rgba(118, 166, 232, 0.14)',
  text: '#eaf2ff',
  textSoft: '#a9c3e6',
  textFaint: '#86a6d1',
  brand: '#4c8dff',
  brandSoft: 'rgba(76, 141, 255, 0.18)',
  overdue: '#ff7a4d',
  overdueSoft: 'rgba(255, 122, 77, 0.16)',
  near: '#ffc14d',
  nearSoft: 'rgba(255, 193, 77, 0.16)',
  onTime: '#7fd858',
  onTimeSoft: 'rgba(127, 216, 88, 0.16)',
  paused: '#9fb1c9',
  pausedSoft: 'rgba(159, 177, 201, 0.16)',
  info: '#4c8dff',
  shade: 'transparent',
};

export const alertLevel: Record<string, string> = { BLUE: '#1559d6', YELLOW: '#c99700', ORANGE: '#d9660a', RED: '#c4262e' };
export const wallAlertLevel: Record<string, string> = { BLUE: '#5b9bff', YELLOW: '#ffd84d', ORANGE: '#ff9d42', RED: '#ff6159' };

/** Eight categorical hues that colour-blind people tell apart, and one hue in steps for maps. */
export const categorical = ['#1559d6', '#e08a00', '#0f9d8a', '#b5459c', '#6d7f1a', '#c2452d', '#5d6bd0', '#7a6652'];
export const wallCategorical = ['#5b9bff', '#ffb547', '#3fd0bd', '#e58ad2', '#b7c95a', '#ff8a70', '#a3aefc', '#cdb79d'];
export const wallSequence = ['#0f3566', '#14488a', '#1a5dae', '#2472c9', '#3687dc', '#4f9be8'];

export type Theme = typeof light;

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase());

/** The theme as CSS custom properties, to be set on the element that carries the theme. */
export function cssVariables(theme: Theme): Record<string, string> {
  return Object.fromEntries(Object.entries(theme).map(([name, value]) => ['--' + kebab(name), value]));
}
