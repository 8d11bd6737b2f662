import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table } from 'antd';
import { Link } from 'react-router';
import { decideNeed } from '../../api/catalogue';
import type { Need } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Time } from '../../shared/time/Time';
import { useFieldNames } from '../../shared/useFieldNames';
import { useMe } from '../../shared/useMe';

/** Who has the resource or asks for it, for what, on which law; a data officer answers here. */
export function Needs({ needs }: { needs: Need[] }) {
  const { t, pick } = useLanguage();
  const fieldOf = useFieldNames(needs.map((need) => need.resource));
  if (!needs.length) return <Nothing text={t('catalogue.noNeeds')} />;
  return (
    <Table
      size="small"
      rowKey="scene"
      dataSource={needs}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('common.scene'), render: (_, need) => <Link to={'/scenes/' + encodeURIComponent(need.scene)}>{need.scene}</Link> },
        { title: t('catalogue.fields'), render: (_, need) => <span className="cb-words" title={need.fields.join(', ')}>{need.fields.map((field) => fieldOf(need.resource, field)).join(t('common.comma'))}</span> },
        { title: t('common.purpose'), render: (_, need) => <span className="cb-words">{pick(need.purpose)}</span> },
        { title: t('common.legalBasis'), render: (_, need) => <span className="cb-words">{pick(need.legalBasis)}</span> },
        { title: t('common.state'), render: (_, need) => <StatusLight state={need.state} /> },
        { title: t('catalogue.decided'), render: (_, need) => <Time at={need.decidedAt} /> },
        { title: '', align: 'right', render: (_, need) => <Answer need={need} /> },
      ]}
    />
  );
}

function Answer({ need }: { need: Need }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const me = useMe();
  const send = useMutation({
    mutationFn: (granted: boolean) => decideNeed(need, granted, t(granted ? 'catalogue.grantBasis' : 'catalogue.refuseBasis')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['resource', need.resource] }),
    onError: (error) => void message.error(failureText(error, t)),
  });
  if (need.state !== 'REQUESTED' || !me.data?.authorities.includes('grant.decide')) return null;
  return (
    <>
      <Popconfirm title={t('catalogue.grantSure')} onConfirm={() => send.mutate(true)}>
        <Button size="small" type="primary" loading={send.isPending}>
          {t('catalogue.grant')}
        </Button>
      </Popconfirm>{' '}
      <Popconfirm title={t('catalogue.refuseSure')} onConfirm={() => send.mutate(false)}>
        <Button size="small" danger>
          {t('catalogue.refuse')}
        </Button>
      </Popconfirm>
    </>
  );
}
