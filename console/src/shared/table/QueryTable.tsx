import type { UseQueryResult } from '@tanstack/react-query';
import { Table } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Page } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Outcome } from '../page/Outcome';
import { compare, keptColumns } from './columns';
import type { Column } from './columns';
import { TableTools } from './TableTools';
import { useRowKeys } from './useRowKeys';

type Props<T> = {
  name: string;
  query: UseQueryResult<Page<T>>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  onOpen?: (row: T) => void;
  filters?: ReactNode;
  /** Shown when rows are chosen; makes the table selectable. */
  batch?: (rows: T[], clear: () => void) => ReactNode;
  paging?: { page: number; size: number; onPage: (page: number) => void };
  emptyText?: string;
  emptyAction?: ReactNode;
};

/** The one list: filter row, columns by choice, keyboard, batch bar, export, print, server-side pages. */
export function QueryTable<T extends object>({ name, query, columns, rowKey, onOpen, filters, batch, paging, emptyText, emptyAction }: Props<T>) {
  const { t } = useLanguage();
  const [shown, setShown] = useState(() => keptColumns(name) ?? columns.filter((column) => !column.hidden).map((column) => column.key));
  const [chosen, setChosen] = useState<string[]>([]);
  const rows = query.data?.rows ?? [];
  const visible = columns.filter((column) => shown.includes(column.key));
  const toggle = (row: T) => setChosen((before) => (before.includes(rowKey(row)) ? before.filter((key) => key !== rowKey(row)) : [...before, rowKey(row)]));
  const { current, setCurrent } = useRowKeys(rows, { onOpen, onToggle: batch && toggle });
  const picked = rows.filter((row) => chosen.includes(rowKey(row)));
  return (
    <div className="cb-table" data-table={name}>
      <div className="cb-table-bar">
        <div className="cb-filters">{filters}</div>
        <TableTools name={name} columns={columns} shown={shown} onShown={setShown} rows={rows} visible={visible} keys={!!onOpen} />
      </div>
      {batch && picked.length ? (
        <div className="cb-batch">
          <span>{t('table.selected', { n: picked.length })}</span>
          {batch(picked, () => setChosen([]))}
          <button type="button" className="cb-plain" onClick={() => setChosen([])}>
            {t('table.clear')}
          </button>
        </div>
      ) : null}
      <Outcome query={query} isEmpty={(page) => !page.rows.length} emptyText={emptyText} emptyAction={emptyAction}>
        {(page) => (
          <Table<T>
            size="small"
            rowKey={rowKey}
            dataSource={page.rows}
            sticky
            scroll={{ x: 'max-content' }}
            rowClassName={(_, index) => (index === current ? 'cb-row-current' : '')}
            onRow={(row, index) => ({ tabIndex: 0, onClick: () => setCurrent(index ?? -1), onDoubleClick: () => onOpen?.(row) })}
            rowSelection={batch ? { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) } : undefined}
            pagination={
              paging
                ? { current: paging.page + 1, pageSize: paging.size, total: page.total, onChange: (next) => paging.onPage(next - 1), showSizeChanger: false, showTotal: (n) => t('table.total', { n }), size: 'small' }
                : { pageSize: 50, showTotal: (n) => t('table.total', { n }), hideOnSinglePage: page.rows.length <= 50, showSizeChanger: false, size: 'small' }
            }
            columns={visible.map((column) => ({
              key: column.key,
              title: column.title,
              width: column.width,
              align: column.align,
              sorter: column.sort ? (a: T, b: T) => compare(column.text(a), column.text(b)) : undefined,
              render: (_: unknown, row: T) => (column.show ? column.show(row) : (column.text(row) ?? '—')),
            }))}
          />
        )}
      </Outcome>
    </div>
  );
}
