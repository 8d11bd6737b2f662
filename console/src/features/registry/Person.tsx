import { useQuery } from '@tanstack/react-query';
import { Table, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { person } from '../../api/registry';
import type { Person as PersonValue, When } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { Figure } from '../../shared/figure/Figure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { receiptPath } from '../../shared/receiptPath';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';
import { Corrections } from './Corrections';
import { GroundGate } from './GroundGate';
import { History } from './History';
import { HouseholdList } from './HouseholdList';
import { Reads } from './Reads';
import { Records } from './Records';
import { WhenBar } from './WhenBar';
import type { Ground } from './ground';

/** One person's golden record: each field with its source, receipt and times; households; who has looked. */
export default function Person() {
  const { ref = '' } = useParams();
  const { t } = useLanguage();
  return (
    <Page title={t('registry.person')} purpose={t('registry.personPurpose')} back="/registry">
      <GroundGate>{(ground) => <Record personRef={ref} ground={ground} />}</GroundGate>
    </Page>
  );
}

function Record({ personRef, ground }: { personRef: string; ground: Ground }) {
  const { t } = useLanguage();
  const [when, setWhen] = useState<When>({});
  const [tab, setTab] = useParam('tab', 'record');
  const query = useQuery({ queryKey: ['person', personRef, ground.purpose, ground.legalBasis, when], queryFn: () => person(personRef, ground.purpose, ground.legalBasis, when) });
  return (
    <>
      <WhenBar when={when} onWhen={setWhen} />
      <Outcome query={query}>
        {(found) => (
          <>
            <p className="cb-person">
              <strong>
                <Masked text={found.maskedName} />
              </strong>
              <Masked text={found.maskedId} mono /> <code>{found.ref}</code>
            </p>
            <Tabs
              activeKey={tab}
              onChange={setTab}
              items={[
                { key: 'record', label: t('registry.record'), children: <Golden found={found} /> },
                { key: 'records', label: t('registry.records'), children: <Records records={found.records ?? []} /> },
                { key: 'households', label: t('registry.households'), children: <HouseholdList households={found.households} /> },
                { key: 'history', label: t('registry.history'), children: <History entity={found.ref} /> },
                { key: 'corrections', label: t('registry.corrections'), children: <Corrections found={found} /> },
                { key: 'reads', label: t('registry.reads'), children: <Reads personRef={personRef} /> },
              ]}
            />
          </>
        )}
      </Outcome>
    </>
  );
}

function Golden({ found }: { found: PersonValue }) {
  const { t, pick, word } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="field"
      dataSource={found.fields}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('registry.field'), render: (_, field) => pick(field.label) || word('person', field.field) },
        { title: t('registry.content'), render: (_, field) => <><Figure figure={field} /> {field.correction ? <Tag color="gold">{t('registry.corrected')}</Tag> : null} {field.others?.length ? <Tag>{t('registry.differs', { who: field.others.join(', ') })}</Tag> : null}</> },
        { title: t('registry.source'), render: (_, field) => (field.resource ? <Link to={'/resources/' + encodeURIComponent(field.resource)}>{field.resource}</Link> : '—') },
        { title: t('registry.receipt'), render: (_, field) => (field.receipt ? <Link to={receiptPath(field.receipt)}>{field.receipt}</Link> : '—') },
        { title: t('registry.validFrom'), render: (_, field) => <Time at={field.validFrom} precision="day" /> },
        { title: t('registry.knownAt'), render: (_, field) => <Time at={field.knownAt} precision="second" /> },
      ]}
    />
  );
}
