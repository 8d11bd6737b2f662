import type { ThemeConfig } from 'antd';
import { font, light, radius, size } from '../tokens';

export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: light.brand,
    colorInfo: light.info,
    colorSuccess: light.onTime,
    colorSuccessBg: light.onTimeSoft,
    colorWarning: light.near,
    colorError: light.overdue,
    colorText: light.text,
    colorTextSecondary: light.textSoft,
    colorTextPlaceholder: light.textFaint,
    colorBorder: light.line,
    colorBorderSecondary: light.lineSoft,
    colorBgLayout: light.page,
    borderRadius: radius,
    fontFamily: font.family,
    fontFamilyCode: font.mono,
    fontSize: size.sm,
    controlHeight: 32,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: { headerBg: light.sunken, headerColor: light.textSoft, cellPaddingBlockSM: 7, cellPaddingInlineSM: 10, rowHoverBg: light.brandSoft },
    Drawer: { paddingLG: 20 },
  },
};
