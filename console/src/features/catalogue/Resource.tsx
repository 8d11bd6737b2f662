import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { resource } from '../../api/catalogue';
import type { Resource as ResourceValue } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { useParam } from '../../shared/useParam';
import { Ask } from './Ask';
import { Fields } from './Fields';
import { Flow } from './Flow';
import { Needs } from './Needs';
import { Sample } from './Sample';
import { Versions } from './Versions';

/** One resource: what it is, its items, its versions, its flow, who has it, a masked look, and how to ask for it. */
export default function Resource() {
  const { id = '' } = useParams();
  const { t, pick } = useLanguage();
  const [tab, setTab] = useParam('tab', 'fields');
  const query = useQuery({ queryKey: ['resource', id], queryFn: () => resource(id) });
  return (
    <Page title={query.data ? pick(query.data.title) : id} purpose={pick(query.data?.abstract) || t('catalogue.onePurpose')} asOf={query.dataUpdatedAt} source={'lane:' + id} back="/resources">
      <Outcome query={query}>
        {(found) => (
          <>
            <Card found={found} />
            <Flow found={found} />
            <Tabs
              activeKey={tab}
              onChange={setTab}
              className="cb-tabs"
              items={[
                { key: 'fields', label: t('catalogue.fields'), children: <Fields fields={found.fields} /> },
                { key: 'versions', label: t('catalogue.versions'), children: <Versions resourceId={found.id} versions={found.versions} /> },
                { key: 'needs', label: t('catalogue.needs'), children: <Needs needs={found.needs ?? []} /> },
                { key: 'sample', label: t('catalogue.sample'), children: <Sample id={found.id} /> },
                { key: 'ask', label: t('catalogue.ask'), children: <Ask found={found} /> },
              ]}
            />
          </>
        )}
      </Outcome>
    </Page>
  );
}

function Card({ found }: { found: ResourceValue }) {
  const { t, pick, word } = useLanguage();
  const entries: [string, React.ReactNode][] = [
    [t('catalogue.id'), <code key="id">{found.id}</code>],
    [t('catalogue.code'), <code key="code">{found.code ?? '—'}</code>],
    [t('common.department'), pick(found.departmentTitle) || found.department],
    [t('catalogue.shareType'), word('share', found.shareType)],
    [t('catalogue.shareCondition'), pick(found.shareCondition) || '—'],
    [t('catalogue.cycle'), word('cycle', found.updateCycle) || '—'],
    [t('common.legalBasis'), pick(found.shareBasis) || '—'],
  ];
  return (
    <dl className="cb-metadata">
      {entries.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
