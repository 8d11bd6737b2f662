import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { lane } from '../../api/exchange';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { usePaging } from '../../shared/useParam';
import { BatchDrawer } from './BatchDrawer';
import { Batches } from './Batches';
import { FindingsTable } from './FindingsTable';
import { StationLine } from './StationLine';

/** One resource on its way: the line of stations, its batches with receipts, its findings. */
export default function Lane() {
  const { resource = '' } = useParams();
  const { t, pick } = useLanguage();
  const paging = usePaging(20, 'batch-page');
  const query = useQuery({ queryKey: ['lane', resource, paging.page], queryFn: () => lane(resource, paging.page, paging.size), placeholderData: keepPreviousData, refetchInterval: 5000 });
  return (
    <Page
      title={pick(query.data?.title) || resource}
      purpose={t('exchange.onePurpose')}
      asOf={query.dataUpdatedAt}
      source={'lane:' + resource}
      back="/exchange"
      actions={<Link to={'/resources/' + encodeURIComponent(resource)}>{t('exchange.toResource')}</Link>}
    >
      <Outcome query={query}>
        {(found) => (
          <div className="cb-stack">
            <StationLine found={found} />
            <Panel title={t('exchange.batchList')}>
              <Batches batches={found.batches.rows} total={found.batches.total} paging={paging} />
            </Panel>
          </div>
        )}
      </Outcome>
      <Panel title={t('exchange.findings')}>
        <FindingsTable resource={resource} />
      </Panel>
      <BatchDrawer resource={resource} />
    </Page>
  );
}
