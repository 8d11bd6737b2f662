import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table } from 'antd';
import { putInForce } from '../../api/scenes';
import type { SceneVersion } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Time } from '../../shared/time/Time';

type Props = { sceneId: string; current: string; versions: SceneVersion[] };

/** Kept versions; an older one can be put in force again while the city runs. */
export function Versions({ sceneId, current, versions }: Props) {
  const { t } = useLanguage();
  const who = useAccounts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (version: string) => putInForce(sceneId, version),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scene', sceneId] }),
    onError: (error) => void message.error(failureText(error, t)),
  });
  if (!versions.length) return <Nothing />;
  return (
    <Table
      size="small"
      rowKey="version"
      dataSource={versions}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('scenes.version'), render: (_, one) => <code>{one.version}</code> },
        { title: t('scenes.installed'), render: (_, one) => <Time at={one.installedAt} /> },
        { title: t('scenes.installedBy'), render: (_, one) => who(one.installedBy) },
        {
          title: '',
          align: 'right',
          render: (_, one) =>
            one.version === current ? (
              <StatusLight state="RUNNING" text={t('scenes.inForce')} />
            ) : (
              <Popconfirm title={t('scenes.rollBackSure')} onConfirm={() => send.mutate(one.version)}>
                <Button size="small" loading={send.isPending}>
                  {t('scenes.rollBack')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  );
}
