import { Table } from 'antd';
import type { ResourceField } from '../../api/catalogue';
import { useLanguage } from '../../i18n';

export function Fields({ fields }: { fields: ResourceField[] }) {
  const { t, pick, word } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="name"
      dataSource={fields}
      onRow={() => ({ tabIndex: 0 })}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('catalogue.field'), dataIndex: 'name', render: (name: string) => <code>{name}</code> },
        { title: t('catalogue.fieldTitle'), render: (_, field) => pick(field.title) || '—' },
        { title: t('catalogue.type'), render: (_, field) => <code>{field.sourceType}</code> },
        { title: t('catalogue.element'), render: (_, field) => (field.element ? word('element', field.element) : '—') },
        { title: t('catalogue.key'), render: (_, field) => (field.key ? t('form.yes') : '') },
        { title: t('catalogue.nullable'), render: (_, field) => (field.nullable === false ? t('form.no') : t('form.yes')) },
      ]}
    />
  );
}
