import { Table } from 'antd';
import type { Scene } from '../../api/scenes';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Figure } from '../../shared/figure/Figure';
import { Time } from '../../shared/time/Time';

export function Streams({ streams, sceneId }: { streams: Scene['streams']; sceneId: string }) {
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
        { title: t('scenes.job'), render: (_, stream) => <code>{stream.job ?? '—'}</code> },
        { title: t('scenes.candidates'), align: 'right', render: (_, stream) => <Figure figure={figureOf(stream.candidates, `scene:${sceneId}:stream:${stream.id}`)} /> },
        { title: t('common.time'), render: (_, stream) => <Time at={stream.at} precision="second" /> },
      ]}
    />
  );
}
