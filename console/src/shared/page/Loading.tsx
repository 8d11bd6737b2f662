import { Skeleton } from 'antd';

export function Loading() {
  return <Skeleton active className="cb-skeleton" paragraph={{ rows: 8 }} />;
}
