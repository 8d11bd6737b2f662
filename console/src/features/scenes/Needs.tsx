import { Table } from 'antd';
import type { Scene } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { StatusLight } from '../../shared/StatusLight';
import { useFieldNames } from '../../shared/useFieldNames';

export function Needs({ needs }: { needs: Scene['needs'] }) {
  const { t, pick } = useLanguage();
  const fieldOf = useFieldNames(needs.map((need) => need.resource));
  return (
    <Table
      size="small"
      rowKey="resource"
      dataSource={needs}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('common.resource'), render: (_, need) => <ResourceLink id={need.resource} /> },
        { title: t('scenes.fields'), render: (_, need) => <span className="cb-words" title={need.fields.join(', ')}>{need.fields.map((field) => fieldOf(need.resource, field)).join(t('common.comma'))}</span> },
        { title: t('common.purpose'), render: (_, need) => <span className="cb-words">{pick(need.purpose)}</span> },
        { title: t('common.legalBasis'), render: (_, need) => <span className="cb-words">{pick(need.legalBasis)}</span> },
        { title: t('scenes.freshness'), render: (_, need) => need.freshness ?? '—' },
        { title: t('scenes.grant'), render: (_, need) => (need.granted == null ? '—' : <StatusLight state={need.granted ? 'GRANTED' : 'WAITING'} />) },
      ]}
    />
  );
}
