import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n';

export function Nothing({ text, action }: { text?: string; action?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="cb-nothing">
      <InboxOutlined aria-hidden />
      <p>{text ?? t('state.empty')}</p>
      {action}
    </div>
  );
}
