import { get, part, post } from './http';
import type { Count, Light, Place, Text } from './types';

export type Todo = {
  taskId: string;
  caseId: string;
  kind: string;
  title: Text;
  subjectName?: string;
  place?: Place | null;
  due?: string | null;
  light: Light;
  nextAction?: Text | null;
  createdAt: string;
  sourceTime?: string | null;
};
export type TodoFilter = 'overdue' | 'dueToday' | 'open' | 'doneToday';
export type Todos = { figures: Record<TodoFilter, Count>; rows: Todo[]; total: number };

/** The desk counts pages from 1, the console from 0. */
export const todos = (filter: TodoFilter, page: number, size: number, q?: string) =>
  get<Todos>('/todos', {
    state: filter === 'doneToday' ? 'done' : 'open',
    overdue: filter === 'overdue' || undefined,
    dueToday: filter === 'dueToday' || undefined,
    q,
    page,
    size,
  });

export const completeTask = (taskId: string, values: Record<string, unknown>, clientId: string) =>
  post<unknown>('/tasks/' + part(taskId) + '/complete', { values, clientId });
