import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import { caseDetail } from '../../api/cases';
import type { Action } from '../../api/cases';
import { completeTask } from '../../api/desk';
import type { Todo } from '../../api/desk';
import type { FormValues } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { answersOf, startValues } from '../../shared/form/schema';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';

const actionOf = async (todo: Todo): Promise<Action | null> => (await caseDetail(todo.caseId)).actions.find((action) => action.taskId === todo.taskId) ?? null;

type Result = { todo: Todo; mistake?: string };

/** One answer for many tasks of the same kind; each task keeps its own prefilled facts. */
export function BatchComplete({ rows, onDone }: { rows: Todo[]; onDone: () => void }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const sameKind = new Set(rows.map((row) => row.kind)).size === 1;
  return (
    <>
      <Button size="small" type="primary" disabled={!sameKind} onClick={() => setOpen(true)}>
        {sameKind ? t('desk.batch') : t('desk.batchMixed')}
      </Button>
      <Modal open={open} title={t('desk.batchTitle', { n: rows.length })} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <BatchForm rows={rows} onDone={onDone} />
      </Modal>
    </>
  );
}

function BatchForm({ rows, onDone }: { rows: Todo[]; onDone: () => void }) {
  const { t, pick } = useLanguage();
  const client = useQueryClient();
  const [results, setResults] = useState<Result[] | null>(null);
  const [first] = rows;
  const query = useQuery({ queryKey: ['batch-form', first?.taskId], queryFn: () => actionOf(first as Todo), enabled: !!first });
  const run = async (answers: FormValues) => {
    const done: Result[] = [];
    for (const todo of rows) {
      const mistake = await complete(todo, answers).then(() => undefined, (error: unknown) => failureText(error, t));
      done.push({ todo, mistake });
      setResults([...done]);
    }
    void client.invalidateQueries({ queryKey: ['todos'] });
    if (done.every((one) => !one.mistake)) onDone();
  };
  if (results) {
    const bad = results.filter((one) => one.mistake);
    return (
      <div className="cb-stack">
        <Progress percent={Math.round((results.length / rows.length) * 100)} status={bad.length ? 'exception' : undefined} />
        <p>{t('desk.batchDone', { done: results.length - bad.length, all: rows.length })}</p>
        {bad.map(({ todo, mistake }) => (
          <p key={todo.taskId} className="cb-mistake">
            {pick(todo.title)}: {mistake}
          </p>
        ))}
      </div>
    );
  }
  return (
    <Outcome query={query} isEmpty={(action) => !action} emptyText={t('desk.batchGone')}>
      {(action) => (action ? <SchemaForm form={action.form} uiSchema={action.uiSchema} submitText={t('desk.batchSubmit', { n: rows.length })} onSubmit={(answers) => void run(answers)} /> : null)}
    </Outcome>
  );
}

async function complete(todo: Todo, answers: FormValues): Promise<void> {
  const action = await actionOf(todo);
  if (!action) return;
  await completeTask(todo.taskId, answersOf(action.form, { ...answers, ...startValues({}, action.prefill) }), crypto.randomUUID());
}
