import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { todos } from '../../api/desk';
import type { Todo, TodoFilter } from '../../api/desk';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { SearchBox } from '../../shared/SearchBox';
import { FigureCards } from '../../shared/page/FigureCards';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import { usePaging, useParam } from '../../shared/useParam';
import { BatchComplete } from './BatchComplete';
import { useTodoColumns } from './todoColumns';
import { todoPath } from './todoPath';

const FILTERS: { id: TodoFilter; tone: 'overdue' | 'near' | 'plain' | 'onTime' }[] = [
  { id: 'overdue', tone: 'overdue' },
  { id: 'dueToday', tone: 'near' },
  { id: 'open', tone: 'plain' },
  { id: 'doneToday', tone: 'onTime' },
];

/** Home: what waits for me, overdue first. */
export default function Todos() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [filter, setFilter] = useParam<TodoFilter>('show', 'open');
  const [q, setQ] = useParam('q', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['todos', filter, q, paging.page], queryFn: () => todos(filter, paging.page, paging.size, q), placeholderData: keepPreviousData, refetchInterval: 10_000 });
  const open = (todo: Todo) => void navigate(todoPath(todo));
  const columns = useTodoColumns();
  const figures = query.data?.figures;
  const cards = FILTERS.map(({ id, tone }) => ({ id, label: t(`desk.show.${id}`), tone, figure: figureOf(figures?.[id], 'todos:' + id, 'task') }));
  return (
    <Page title={t('desk.title')} purpose={t('desk.purpose')} asOf={query.dataUpdatedAt} source={cards[2]?.figure.source}>
      {figures || query.isPending ? <FigureCards cards={cards} chosen={filter} onChoose={(id) => setFilter(id as TodoFilter)} /> : null}
      <QueryTable
        name="todos"
        query={query}
        columns={columns}
        rowKey={(todo) => todo.taskId}
        onOpen={open}
        paging={paging}
        filters={<SearchBox value={q} onSearch={setQ} placeholder={t('desk.search')} />}
        batch={filter === 'doneToday' ? undefined : (rows, clear) => <BatchComplete rows={rows} onDone={clear} />}
        emptyText={t('desk.empty')}
        emptyAction={
          <Button type="link" onClick={() => void navigate('/cases')}>
            {t('desk.toCases')}
          </Button>
        }
      />
    </Page>
  );
}
