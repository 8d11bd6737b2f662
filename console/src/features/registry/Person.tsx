import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { person } from '../../api/registry';
import type { Person as PersonValue, When } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { useParam } from '../../shared/useParam';
import { Changes } from './Changes';
import { Corrections } from './Corrections';
import { Golden } from './Golden';
import { GroundGate } from './GroundGate';
import { Held } from './Held';
import { History } from './History';
import { HouseholdList } from './HouseholdList';
import { Positions } from './Positions';
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

/** A field of the heading where the reader asked for it in full, and may. */
const wholeOf = (found: PersonValue, name: string) => found.fields.find((field) => field.field === name && !field.masked)?.value;

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
                <Masked text={wholeOf(found, 'name') ?? found.maskedName} />
              </strong>
              <Masked text={wholeOf(found, 'id_number') ?? found.maskedId} mono /> <code>{found.ref}</code>
            </p>
            <Tabs
              activeKey={tab}
              onChange={setTab}
              items={[
                { key: 'record', label: t('registry.record'), children: <Golden fields={found.fields} /> },
                { key: 'records', label: t('registry.records'), children: <Records records={found.records ?? []} /> },
                { key: 'households', label: t('registry.households'), children: <HouseholdList households={found.households} /> },
                { key: 'firms', label: t('firm.ofPerson'), children: <Positions personRef={found.ref} ground={ground} /> },
                { key: 'licences', label: t('paper.licencesTab'), children: <Held kind="licence" holder={found.ref} ground={ground} /> },
                { key: 'credit', label: t('paper.creditTab'), children: <Held kind="credit" holder={found.ref} ground={ground} /> },
                { key: 'changes', label: t('registry.changes'), children: <Changes kind="person" entity={found.ref} ground={ground} /> },
                { key: 'history', label: t('registry.history'), children: <History entity={found.ref} ground={ground} /> },
                { key: 'corrections', label: t('registry.corrections'), children: <Corrections plural="persons" found={found} ground={ground} /> },
                { key: 'reads', label: t('registry.reads'), children: <Reads personRef={personRef} fields={found.fields} /> },
              ]}
            />
          </>
        )}
      </Outcome>
    </>
  );
}
