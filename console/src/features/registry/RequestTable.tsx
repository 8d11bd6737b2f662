import { Table } from 'antd';
import type { ReactNode } from 'react';

/** What one column of it shows of a request. */
export type RequestColumn<T> = { title: string; show: (one: T) => ReactNode };

type Props<T> = { list: T[]; columns: RequestColumn<T>[]; emptyText: string };

/** What was asked about one record and what became of it, all on one page: corrections, objections, repairs. */
export function RequestTable<T extends { id: string }>({ list, columns, emptyText }: Props<T>) {
  return (
    <Table<T>
      size="small"
      rowKey="id"
      dataSource={list}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText }}
      columns={columns.map(({ title, show }) => ({ title, render: (_: unknown, one: T) => show(one) }))}
    />
  );
}
