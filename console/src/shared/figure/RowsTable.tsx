import { Table } from 'antd';

const cell = (value: unknown) => (value == null ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Rows as the source keeps them: column names are the source's own, values come masked from the server. */
export function RowsTable({ rows }: { rows: Record<string, unknown>[] }) {
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
      columns={names.map((name) => ({ title: <code>{name}</code>, dataIndex: name, key: name, render: cell }))}
    />
  );
}
