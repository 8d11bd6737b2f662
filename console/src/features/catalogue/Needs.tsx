import { Table } from 'antd';
import { Link } from 'react-router';
import type { Resource } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { Nothing } from '../../shared/page/Nothing';

/** Who has the resource, for what, on which law. */
export function Needs({ needs }: { needs: NonNullable<Resource['needs']> }) {
  const { t, pick } = useLanguage();
  if (!needs.length) return <Nothing text={t('catalogue.noNeeds')} />;
  return (
    <Table
      size="small"
      rowKey="scene"
      dataSource={needs}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('common.scene'), render: (_, need) => <Link to={'/scenes/' + encodeURIComponent(need.scene)}>{pick(need.sceneTitle) || need.scene}</Link> },
        { title: t('catalogue.fields'), render: (_, need) => <code className="cb-wrap">{need.fields.join(', ')}</code> },
        { title: t('common.purpose'), render: (_, need) => pick(need.purpose) },
        { title: t('common.legalBasis'), render: (_, need) => pick(need.legalBasis) },
      ]}
    />
  );
}
