import { Table } from 'antd';
import type { ResourceField } from '../../api/catalogue';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';

export function Fields({ fields }: { fields: ResourceField[] }) {
  const { t, pick, word } = useLanguage();
  const hasQuality = fields.some((field) => field.badRate != null);
  return (
    <Table
      size="small"
      rowKey="name"
      dataSource={fields}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('catalogue.field'), dataIndex: 'name', render: (name: string) => <code>{name}</code> },
        { title: t('catalogue.fieldTitle'), render: (_, field) => pick(field.title) || '—' },
        { title: t('catalogue.type'), render: (_, field) => `${word('type', field.type)}${field.sourceType ? ` (${field.sourceType})` : ''}` },
        { title: t('catalogue.element'), render: (_, field) => (field.element ? <code>{field.element}</code> : '—') },
        { title: t('catalogue.key'), render: (_, field) => (field.key ? t('form.yes') : '') },
        { title: t('catalogue.nullable'), render: (_, field) => (field.nullable === false ? t('form.no') : t('form.yes')) },
        ...(hasQuality ? [{ title: t('catalogue.badRate'), align: 'right' as const, render: (_: unknown, field: ResourceField) => <Figure figure={figureOf(field.badRate, 'quality:' + field.name, 'percent')} /> }] : []),
      ]}
    />
  );
}
