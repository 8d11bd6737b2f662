import { Table } from 'antd';
import type { Scene } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';

export function Streams({ streams }: { streams: Scene['streams'] }) {
  const { t, pick } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={streams}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('scenes.stream'), render: (_, stream) => pick(stream.title) || stream.id },
        { title: t('common.state'), render: (_, stream) => <StatusLight state={stream.state} /> },
        { title: t('scenes.file'), render: (_, stream) => <code>{stream.file ?? '—'}</code> },
      ]}
    />
  );
}
