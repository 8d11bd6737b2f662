import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { Link, useParams } from 'react-router';
import { household } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Time } from '../../shared/time/Time';
import { GroundGate } from './GroundGate';
import type { Ground } from './ground';

export default function Household() {
  const { ref = '' } = useParams();
  const { t } = useLanguage();
  return (
    <Page title={t('registry.household')} purpose={t('registry.householdPurpose')} back="/registry">
      <GroundGate>{(ground) => <Members householdRef={ref} ground={ground} />}</GroundGate>
    </Page>
  );
}

function Members({ householdRef, ground }: { householdRef: string; ground: Ground }) {
  const { t, pick } = useLanguage();
  const query = useQuery({ queryKey: ['household', householdRef, ground.purpose, ground.legalBasis], queryFn: () => household(householdRef, ground.purpose, ground.legalBasis) });
  return (
    <Outcome query={query}>
      {(found) => (
        <>
          <p className="cb-person">
            <code>{found.ref}</code> {pick(found.kind)} {found.place?.name}
          </p>
          <Table
            size="small"
            rowKey={(member) => (member.ref ?? member.maskedName) + (member.from ?? '')}
            dataSource={found.members}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('registry.name'), render: (_, member) => (member.ref ? <Link to={'/registry/persons/' + encodeURIComponent(member.ref)}>{member.maskedName}</Link> : <Masked text={member.maskedName} />) },
              { title: t('registry.relation'), render: (_, member) => pick(member.relation) || '—' },
              { title: t('registry.from'), render: (_, member) => <Time at={member.from} precision="day" /> },
              { title: t('registry.to'), render: (_, member) => <Time at={member.to} precision="day" /> },
            ]}
          />
        </>
      )}
    </Outcome>
  );
}
