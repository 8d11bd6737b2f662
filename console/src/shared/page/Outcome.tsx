import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n';
import { formatTime } from '../format';
import { Failure } from './Failure';
import { Nothing } from './Nothing';

type Props<T> = {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  isEmpty?: (data: T) => boolean;
  /** What would be here, and what fills it. */
  emptyText?: string;
  emptyAction?: ReactNode;
};

/** The designed states of anything that is read: loading, empty, refused, error, stale, there. */
export function Outcome<T>({ query, children, isEmpty, emptyText, emptyAction }: Props<T>) {
  const { t, lang } = useLanguage();
  const { data, error, isPending } = query;
  if (data === undefined) {
    if (error) return <Failure error={error} onRetry={() => void query.refetch()} />;
    return isPending ? <Skeleton active aria-label={t('state.loading')} className="cb-skeleton" paragraph={{ rows: 5 }} /> : null;
  }
  const stale = error ? <Alert type="warning" showIcon className="cb-stale" title={t('state.stale', { time: formatTime(new Date(query.dataUpdatedAt), lang, 'second') })} /> : null;
  return (
    <>
      {stale}
      {isEmpty?.(data) ? <Nothing text={emptyText} action={emptyAction} /> : children(data)}
    </>
  );
}
