import { useQuery } from '@tanstack/react-query';
import { Tabs, Tag } from 'antd';
import { useParams } from 'react-router';
import { paper } from '../../api/papers';
import type { PaperKind } from '../../api/papers';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { useMe } from '../../shared/useMe';
import { useParam } from '../../shared/useParam';
import { CreditProcedures } from './credit/CreditProcedures';
import { MarkTags, StandingTags } from './credit/StandingTags';
import { Changes } from './Changes';
import { Corrections } from './Corrections';
import { ELicences } from './ELicences';
import { Golden } from './Golden';
import { Records } from './Records';

/** One licence or credit record: its fields with their sources, what changed, and the way back to its department. */
export default function PaperPage({ kind }: { kind: PaperKind }) {
  const { ref = '' } = useParams();
  const { t, pick, word } = useLanguage();
  const [tab, setTab] = useParam('tab', 'record');
  const query = useQuery({ queryKey: ['paper', kind, ref], queryFn: () => paper(kind, ref) });
  const follows = useMe().data?.authorities.includes('credit.follow');
  const plural = kind === 'licence' ? 'licences' : 'credit';
  return (
    <Page title={t(kind === 'licence' ? 'paper.licence' : 'paper.record')} purpose={t(kind === 'licence' ? 'paper.licencePurpose' : 'paper.recordPurpose')} back={'/' + plural}>
      <Outcome query={query}>
        {(found) => (
          <>
            <p className="cb-person">
              <strong>{pick(found.paper.type)}</strong> <code>{found.paper.number}</code> <span>{found.paper.holder}</span> <Tag>{word(kind, found.paper.state)}</Tag> <StandingTags standing={found.paper.standing} /> <MarkTags marks={found.paper.marks} />
            </p>
            <Tabs
              activeKey={tab}
              onChange={setTab}
              items={[
                { key: 'record', label: t('registry.record'), children: <Golden fields={found.fields} /> },
                ...(kind === 'licence' ? [{ key: 'e-licence', label: t('elicence.tab'), children: <ELicences paper={ref} issuable={found.paper.state !== 'ENDED'} /> }] : []),
                ...(kind === 'credit' && follows ? [{ key: 'procedures', label: t('credit.tab'), children: <CreditProcedures record={ref} /> }] : []),
                { key: 'changes', label: t('registry.changes'), children: <Changes kind={kind} entity={ref} /> },
                { key: 'records', label: t('registry.records'), children: <Records records={found.records} /> },
                { key: 'corrections', label: t('registry.corrections'), children: <Corrections plural={plural} found={{ ref, fields: found.fields }} /> },
              ]}
            />
          </>
        )}
      </Outcome>
    </Page>
  );
}
