import type { Todo } from '../../api/desk';

export const todoPath = (todo: Todo) => `/cases/${encodeURIComponent(todo.caseId)}?task=${encodeURIComponent(todo.taskId)}`;
