import { DownloadOutlined, PrinterOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useLanguage } from '../../i18n';
import { keepColumns } from './columns';
import type { Column } from './columns';
import { csvOf, download } from './csv';

type Props<T> = {
  name: string;
  columns: Column<T>[];
  shown: string[];
  onShown: (keys: string[]) => void;
  rows: T[];
  visible: Column<T>[];
  keys: boolean;
};

export function TableTools<T>({ name, columns, shown, onShown, rows, visible, keys }: Props<T>) {
  const { t } = useLanguage();
  const choose = (chosen: string[]) => {
    onShown(chosen);
    keepColumns(name, chosen);
  };
  const choice = <Checkbox.Group className="cb-column-choice" value={shown} onChange={choose} options={columns.map((column) => ({ label: column.title, value: column.key }))} />;
  return (
    <div className="cb-table-tools">
      {keys ? <span className="cb-faint cb-wide">{t('table.keys')}</span> : null}
      <Popover trigger="click" placement="bottomRight" content={choice} title={t('table.columns')}>
        <Button type="text" size="small" icon={<SettingOutlined />} aria-label={t('table.columns')} />
      </Popover>
      <Tooltip title={t('table.export')}>
        <Button type="text" size="small" icon={<DownloadOutlined />} aria-label={t('table.export')} disabled={!rows.length} onClick={() => download('citybrain-' + name, csvOf(visible, rows))} />
      </Tooltip>
      <Tooltip title={t('table.print')}>
        <Button type="text" size="small" icon={<PrinterOutlined />} aria-label={t('table.print')} onClick={() => window.print()} />
      </Tooltip>
    </div>
  );
}
