import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes, useLocation } from 'react-router';
import { SourceDrawer } from '../shared/figure/SourceDrawer';
import { ErrorFence } from '../shared/page/ErrorFence';
import { Loading } from '../shared/page/Loading';
import { Home } from './Home';
import { NotFound } from './NotFound';
import { Workbench } from './Workbench';

const Alerts = lazy(() => import('../features/desk/Alerts'));
const Cases = lazy(() => import('../features/cases/Cases'));
const Case = lazy(() => import('../features/cases/Case'));
const Decision = lazy(() => import('../features/decisions/Decision'));
const Resources = lazy(() => import('../features/catalogue/Resources'));
const Resource = lazy(() => import('../features/catalogue/Resource'));
const Lanes = lazy(() => import('../features/exchange/Lanes'));
const Lane = lazy(() => import('../features/exchange/Lane'));
const Subscriptions = lazy(() => import('../features/exchange/Subscriptions'));
const SubscriptionPage = lazy(() => import('../features/exchange/SubscriptionPage'));
const AskSubscription = lazy(() => import('../features/exchange/AskSubscription'));
const StartRun = lazy(() => import('../features/exchange/StartRun'));
const Run = lazy(() => import('../features/exchange/Run'));
const Findings = lazy(() => import('../features/exchange/Findings'));
const Registry = lazy(() => import('../features/registry/Registry'));
const Person = lazy(() => import('../features/registry/Person'));
const Household = lazy(() => import('../features/registry/Household'));
const Firms = lazy(() => import('../features/registry/Firms'));
const Firm = lazy(() => import('../features/registry/Firm'));
const Papers = lazy(() => import('../features/registry/Papers'));
const PaperPage = lazy(() => import('../features/registry/PaperPage'));
const Economy = lazy(() => import('../features/economy/Economy'));
const SeriesPage = lazy(() => import('../features/economy/SeriesPage'));
const Steward = lazy(() => import('../features/registry/Steward'));
const Places = lazy(() => import('../features/places/Places'));
const Quality = lazy(() => import('../features/registry/Quality'));
const Scenes = lazy(() => import('../features/scenes/Scenes'));
const Scene = lazy(() => import('../features/scenes/Scene'));
const Audit = lazy(() => import('../features/audit/Audit'));
const Check = lazy(() => import('../features/check/Check'));
const Field = lazy(() => import('../features/field/Field'));
const Wall = lazy(() => import('../features/wall/Wall'));

/** Fronts without the workbench around them still have the source drawer. */
function Front() {
  const { key: place } = useLocation();
  return (
    <>
      <ErrorFence place={place}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </ErrorFence>
      <SourceDrawer />
    </>
  );
}

export function Pages() {
  return (
    <Routes>
      <Route element={<Front />}>
        <Route path="field" element={<Field />} />
        <Route path="field/:taskId" element={<Field />} />
        <Route path="wall" element={<Wall />} />
        <Route path="check" element={<Check />} />
      </Route>
      <Route element={<Workbench />}>
        <Route index element={<Home />} />
        <Route path="alerts" element={<Alerts />} />
        <Route path="cases" element={<Cases />} />
        <Route path="cases/:id" element={<Case />} />
        <Route path="decisions/:id" element={<Decision />} />
        <Route path="resources" element={<Resources />} />
        <Route path="resources/:id" element={<Resource />} />
        <Route path="exchange" element={<Lanes />} />
        <Route path="exchange/:resource" element={<Lane />} />
        <Route path="exchange/subscriptions" element={<Subscriptions />} />
        <Route path="exchange/subscriptions/new" element={<AskSubscription />} />
        <Route path="exchange/subscriptions/:id" element={<SubscriptionPage />} />
        <Route path="exchange/runs/new" element={<StartRun />} />
        <Route path="exchange/runs/:id" element={<Run />} />
        <Route path="findings" element={<Findings />} />
        <Route path="registry" element={<Registry />} />
        <Route path="registry/persons/:ref" element={<Person />} />
        <Route path="registry/households/:ref" element={<Household />} />
        <Route path="firms" element={<Firms />} />
        <Route path="firms/:ref" element={<Firm />} />
        <Route path="licences" element={<Papers key="licence" kind="licence" />} />
        <Route path="licences/:ref" element={<PaperPage kind="licence" />} />
        <Route path="credit" element={<Papers key="credit" kind="credit" />} />
        <Route path="credit/:ref" element={<PaperPage kind="credit" />} />
        <Route path="economy" element={<Economy />} />
        <Route path="economy/:code" element={<SeriesPage />} />
        <Route path="steward" element={<Steward />} />
        <Route path="places" element={<Places />} />
        <Route path="quality" element={<Quality />} />
        <Route path="scenes" element={<Scenes />} />
        <Route path="scenes/:id" element={<Scene />} />
        <Route path="audit" element={<Audit />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
