import { Table } from 'antd';
import { useLanguage } from '../../i18n';
import { ReceiptLink } from '../ReceiptLink';
import { ResourceLink } from '../ResourceLink';

const plain = (value: unknown) => (value == null ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value));

function cell(name: string, value: unknown) {
  if (typeof value === 'string' && name === 'resource') return <ResourceLink id={value} />;
  if (typeof value === 'string' && name === 'receipt' && value.split('/').length > 2) return <ReceiptLink receipt={value} />;
  return plain(value);
}

/** Rows as the source keeps them: what every row has is named for people, columns of the source keep its names; values come masked from the server. */
export function RowsTable({ rows }: { rows: Record<string, unknown>[] }) {
  const { word } = useLanguage();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return (
    <Table
      size="small"
      className="cb-rows"
      rowKey={(row) => rows.indexOf(row)}
      dataSource={rows}
      onRow={() => ({ tabIndex: 0 })}
      pagination={rows.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      columns={names.map((name) => ({ title: word('column', name) === name ? <code>{name}</code> : word('column', name), dataIndex: name, key: name, render: (value: unknown) => cell(name, value) }))}
    />
  );
}
