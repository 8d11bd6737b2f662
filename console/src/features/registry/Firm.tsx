import { useQuery } from '@tanstack/react-query';
import { Table, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { firm } from '../../api/firms';
import type { Position } from '../../api/firms';
import type { When } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { RowFigure } from '../../shared/figure/RowFigure';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';
import { useParam } from '../../shared/useParam';
import { Changes } from './Changes';
import { Corrections } from './Corrections';
import { Golden } from './Golden';
import { GroundGate } from './GroundGate';
import { Held } from './Held';
import { History } from './History';
import { Records } from './Records';
import { WhenBar } from './WhenBar';
import type { Ground } from './ground';

const OPEN: Ground = { purpose: '', legalBasis: '' };

/** One legal entity: each field with its source, who runs it, what changed, what it is made of. */
export default function Firm() {
  const { ref = '' } = useParams();
  const { t } = useLanguage();
  const [when, setWhen] = useState<When>({});
  return (
    <Page title={t('firm.one')} purpose={t('firm.onePurpose')} back="/firms">
      <WhenBar when={when} onWhen={setWhen} />
      {when.unmask ? <GroundGate>{(ground) => <Record firmRef={ref} ground={ground} when={when} />}</GroundGate> : <Record firmRef={ref} ground={OPEN} when={when} />}
    </Page>
  );
}

function Record({ firmRef, ground, when }: { firmRef: string; ground: Ground; when: When }) {
  const { t } = useLanguage();
  const [tab, setTab] = useParam('tab', 'record');
  const query = useQuery({ queryKey: ['firm', firmRef, ground.purpose, ground.legalBasis, when], queryFn: () => firm(firmRef, ground, when) });
  return (
    <Outcome query={query}>
      {(found) => (
        <>
          <p className="cb-person">
            <strong>{found.name || found.ref}</strong> <code>{found.creditCode || '—'}</code> <span>{found.place?.name}</span> <code className="cb-faint">{found.ref}</code>
          </p>
          <Tabs
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: 'record', label: t('registry.record'), children: <Golden fields={found.fields} /> },
              { key: 'people', label: t('firm.people'), children: <People people={found.people} /> },
              { key: 'licences', label: t('paper.licencesTab'), children: <Held kind="licence" holder={found.ref} /> },
              { key: 'credit', label: t('paper.creditTab'), children: <Held kind="credit" holder={found.ref} /> },
              { key: 'changes', label: t('registry.changes'), children: <Changes kind="firm" entity={found.ref} /> },
              { key: 'records', label: t('registry.records'), children: <Records records={found.records} /> },
              { key: 'history', label: t('registry.history'), children: <History entity={found.ref} /> },
              { key: 'corrections', label: t('registry.corrections'), children: <Corrections plural="firms" found={found} /> },
            ]}
          />
        </>
      )}
    </Outcome>
  );
}

function People({ people }: { people: Position[] }) {
  const { t, pick } = useLanguage();
  return (
    <Table
      size="small"
      rowKey={(one) => one.receipt + one.name}
      dataSource={people}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t('firm.nobody') }}
      columns={[
        { title: t('firm.role'), render: (_, one) => pick(one.role) },
        { title: t('registry.name'), render: (_, one) => (one.ref ? <Link to={'/registry/persons/' + encodeURIComponent(one.ref)}><Masked text={one.name} /></Link> : <Masked text={one.name} />) },
        { title: t('firm.share'), render: (_, one) => <RowFigure value={one.detail} unit="percent" receipt={one.receipt} /> },
        { title: t('registry.from'), render: (_, one) => <Time at={one.from} precision="day" /> },
        { title: t('registry.to'), render: (_, one) => <Time at={one.to} precision="day" /> },
        { title: t('registry.receipt'), render: (_, one) => <ReceiptLink receipt={one.receipt} /> },
      ]}
    />
  );
}
