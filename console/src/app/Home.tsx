import { lazy } from 'react';
import { Navigate } from 'react-router';
import { Loading } from '../shared/page/Loading';
import { useMe } from '../shared/useMe';
import { homeOf } from './menu';

const Todos = lazy(() => import('../features/desk/Todos'));

/** The to-dos are home; who has none (an auditor, an operator) starts in the first room that opens to them. */
export function Home() {
  const me = useMe();
  if (me.isPending) return <Loading />;
  const home = homeOf(me.data?.authorities ?? []);
  return home === '/' ? <Todos /> : <Navigate to={home} replace />;
}
