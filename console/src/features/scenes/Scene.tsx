import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Tabs } from 'antd';
import { useParams } from 'react-router';
import { deploy, scene } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { useDepartments } from '../../shared/useDepartments';
import { useParam } from '../../shared/useParam';
import { Needs } from './Needs';
import { Parameters } from './Parameters';
import { Rules } from './Rules';
import { SceneFindings } from './SceneFindings';
import { Streams } from './Streams';
import { Versions } from './Versions';

export default function Scene() {
  const { id = '' } = useParams();
  const { t, pick } = useLanguage();
  const { nameOf } = useDepartments();
  const [tab, setTab] = useParam('tab', 'parameters');
  const query = useQuery({ queryKey: ['scene', id], queryFn: () => scene(id) });
  const found = query.data;
  return (
    <Page title={found ? pick(found.title) : id} purpose={pick(found?.purpose) || t('scenes.onePurpose')} asOf={query.dataUpdatedAt} back="/scenes" actions={<Deploy id={id} />}>
      <Outcome query={query}>
        {(data) => (
          <>
            <p className="cb-faint">
              <StatusLight state={data.state} /> · {t('scenes.version')} <code>{[data.label, data.version].filter(Boolean).join(' · ')}</code> · {[nameOf(data.owner), pick(data.lead)].filter(Boolean).join(' · ')}
            </p>
            <Tabs
              activeKey={tab}
              onChange={setTab}
              items={[
                { key: 'parameters', label: t('scenes.parameters'), children: <Parameters sceneId={id} parameters={data.parameters} /> },
                { key: 'needs', label: t('scenes.needs'), children: <Needs needs={data.needs} /> },
                { key: 'rules', label: t('scenes.rules'), children: <Rules rules={data.rules} /> },
                { key: 'streams', label: t('scenes.streams'), children: <Streams streams={data.streams} /> },
                { key: 'versions', label: t('scenes.versions'), children: <Versions sceneId={id} current={data.version} versions={data.versions ?? []} /> },
                { key: 'findings', label: t('scenes.findings'), children: <SceneFindings findings={data.findings ?? (data.job?.findings ?? []).map((text) => ({ severity: 'WARNING', text }))} /> },
              ]}
            />
          </>
        )}
      </Outcome>
    </Page>
  );
}

function Deploy({ id }: { id: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => deploy(id),
    onSuccess: async () => {
      void message.success(t('scenes.deployed'));
      await client.invalidateQueries({ queryKey: ['scene', id] });
    },
  });
  return (
    <>
      <Popconfirm title={t('scenes.deploySure')} onConfirm={() => send.mutate()}>
        <Button size="small" type="primary" loading={send.isPending}>
          {t('scenes.deploy')}
        </Button>
      </Popconfirm>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
    </>
  );
}
