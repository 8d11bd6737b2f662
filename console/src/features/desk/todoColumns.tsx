import { Button } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Todo } from '../../api/desk';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { StatusLight } from '../../shared/StatusLight';
import type { Column } from '../../shared/table/columns';
import { Due } from '../../shared/time/Due';
import { Time } from '../../shared/time/Time';
import { todoPath } from './todoPath';

export function useTodoColumns(): Column<Todo>[] {
  const { t, pick, word } = useLanguage();
  return useMemo(
    () => [
      { key: 'light', title: t('desk.light'), width: 110, text: (todo) => word('light', todo.light), show: (todo) => <StatusLight state={todo.light} />, sort: true },
      { key: 'title', title: t('desk.what'), text: (todo) => pick(todo.title), show: (todo) => <Link to={todoPath(todo)}>{pick(todo.title)}</Link> },
      { key: 'kind', title: t('desk.kind'), text: (todo) => word('task', todo.kind), sort: true },
      { key: 'subject', title: t('desk.who'), text: (todo) => todo.subjectName, show: (todo) => <Masked text={todo.subjectName} /> },
      { key: 'place', title: t('desk.where'), text: (todo) => todo.place?.name, sort: true },
      { key: 'due', title: t('desk.due'), text: (todo) => todo.due, show: (todo) => <Due at={todo.due} paused={todo.light === 'PAUSED'} />, sort: true },
      { key: 'created', title: t('desk.created'), text: (todo) => todo.createdAt, show: (todo) => <Time at={todo.createdAt} />, sort: true },
      { key: 'source', title: t('desk.sourceTime'), text: (todo) => todo.sourceTime, show: (todo) => <Time at={todo.sourceTime} />, hidden: true },
      {
        key: 'next',
        title: t('desk.next'),
        align: 'right',
        text: (todo) => pick(todo.nextAction),
        show: (todo) => (
          <Link to={todoPath(todo)}>
            <Button size="small" type="primary" ghost tabIndex={-1}>
              {pick(todo.nextAction) || t('common.open')}
            </Button>
          </Link>
        ),
      },
    ],
    [t, pick, word],
  );
}
