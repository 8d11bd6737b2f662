import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { caseDetail } from '../../api/cases';
import type { CaseDetail } from '../../api/cases';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { Actions } from './Actions';
import { Facts } from './Facts';
import { StageBar } from './StageBar';
import { Timeline } from './Timeline';

/** A case: facts on the left, what happened in the middle, what to do on the right, the stages above. */
export default function Case() {
  const { id = '' } = useParams();
  const { t, pick } = useLanguage();
  const query = useQuery({ queryKey: ['case', id], queryFn: () => caseDetail(id) });
  const found = query.data;
  return (
    <Page
      title={found ? <CaseTitle found={found} /> : t('cases.one')}
      tab={found ? pick(found.title) : t('cases.one')}
      purpose={t('cases.onePurpose')}
      asOf={query.dataUpdatedAt}
      source={found ? 'case:' + found.id : undefined}
      back="/cases"
      print
      actions={found ? <Decisions found={found} /> : null}
    >
      <Outcome query={query}>
        {(data) => (
          <>
            <StageBar stages={data.stages} current={data.stage} />
            <div className="cb-case">
              <Panel title={t('cases.facts')}>
                <Facts facts={data.facts} />
              </Panel>
              <Panel title={t('cases.timeline')}>
                <Timeline entries={data.timeline} source={'case:' + data.id} />
              </Panel>
              <Panel title={t('cases.actions')} className="cb-case-actions">
                <Actions found={data} />
              </Panel>
            </div>
          </>
        )}
      </Outcome>
    </Page>
  );
}

function Decisions({ found }: { found: CaseDetail }) {
  const { t } = useLanguage();
  const decision = found.proposalId ?? found.decisionId;
  return decision ? <Link to={'/decisions/' + encodeURIComponent(decision)}>{t('cases.why')}</Link> : null;
}

function CaseTitle({ found }: { found: CaseDetail }) {
  const { pick } = useLanguage();
  return (
    <>
      {pick(found.title)} {found.subjectName ? <Masked text={found.subjectName} /> : null} {found.place ? <small>{found.place.name}</small> : null}
    </>
  );
}
