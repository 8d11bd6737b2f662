import { FileSearchOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/http';
import { useLanguage } from '../../i18n';
import type { TextKey } from '../../i18n';

type Words = { title: TextKey; advice?: TextKey };

function wordsFor(problem: ApiProblem | null): Words {
  if (problem?.offline) return { title: 'state.unreachable', advice: 'state.unreachableAdvice' };
  if (problem?.refused) return { title: 'state.refused', advice: 'state.refusedAdvice' };
  if (problem?.status === 404) return { title: 'state.notFound' };
  return { title: 'state.error', advice: 'state.errorAdvice' };
}

/** What went wrong, where, what to do, and the reference number. */
export function Failure({ error, onRetry, extra }: { error: unknown; onRetry?: () => void; extra?: ReactNode }) {
  const { t } = useLanguage();
  const problem = error instanceof ApiProblem ? error : null;
  const { title, advice } = wordsFor(problem);
  return (
    <Result
      className="cb-failure"
      status="warning"
      icon={problem?.refused ? <LockOutlined /> : problem?.status === 404 ? <FileSearchOutlined /> : undefined}
      title={t(title)}
      subTitle={
        <>
          {problem && !problem.offline && problem.status !== 404 ? <p>{[problem.message, problem.detail].filter(Boolean).join(' · ')}</p> : null}
          <p>{problem?.advice || (advice ? t(advice) : '')}</p>
          {problem?.reference || problem?.code ? (
            <p className="cb-faint">
              {t('state.reference')} <code>{problem.reference || problem.code}</code>
            </p>
          ) : null}
        </>
      }
      extra={onRetry ? <Button onClick={onRetry}>{t('state.retry')}</Button> : extra}
    />
  );
}

/** One line for a toast. */
export function failureText(error: unknown, t: (key: TextKey) => string): string {
  if (!(error instanceof ApiProblem)) return t('state.error');
  if (error.offline) return t('state.unreachable');
  return [error.message, error.detail, error.advice].filter(Boolean).join(' · ') || t('state.error');
}
