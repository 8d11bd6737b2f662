import { AlertOutlined } from '@ant-design/icons';
import { useLanguage } from '../i18n';
import { alertLevel } from '../tokens';

/** An alert's level by its colour's name. */
export function AlertBadge({ level }: { level: string }) {
  const { word } = useLanguage();
  const colour = alertLevel[level];
  return (
    <span className="cb-level" style={{ borderColor: colour }}>
      <AlertOutlined aria-hidden style={{ color: colour }} /> {word('level', level)}
    </span>
  );
}
