import { decideRepair } from '../../../api/credit';
import type { Repair } from '../../../api/credit';
import { useLanguage } from '../../../i18n';
import { ReceiptLink } from '../../../shared/ReceiptLink';
import { ResourceLink } from '../../../shared/ResourceLink';
import { Time } from '../../../shared/time/Time';
import { RequestTable } from '../RequestTable';
import { Decide } from './Decide';

/** Applications for repair of one record, newest first, with the department's decision where it is asked. */
export function Repairs({ list, mayDecide }: { list: Repair[]; mayDecide: boolean }) {
  const { t, word } = useLanguage();
  return (
    <>
      <h3>{t('credit.repairs')}</h3>
      <RequestTable
        list={list}
        emptyText={t('credit.noRepairs')}
        columns={[
          { title: t('common.time'), show: (one) => <Time at={one.askedAt} precision="second" /> },
          { title: t('registry.source'), show: (one) => <ResourceLink id={one.resource} /> },
          { title: t('credit.commitment'), show: (one) => <span className="cb-wrap">{one.commitment}</span> },
          { title: t('credit.proofs'), show: (one) => <span className="cb-wrap">{one.proofs.join(' · ')}</span> },
          { title: t('credit.ruleColumn'), show: (one) => one.rule },
          { title: t('registry.correctionState'), show: (one) => word('credit.repair', one.state) },
          { title: t('credit.decision'), show: (one) => <span className="cb-wrap">{one.decidedBy ? one.decidedBy + ' · ' + one.reason : '—'}</span> },
          { title: t('registry.closedBy'), show: (one) => (one.receipt ? <ReceiptLink receipt={one.receipt} /> : one.answer || '—') },
        ]}
      />
      {mayDecide
        ? list
            .filter((one) => one.state === 'APPLIED')
            .map((one) => (
              <Decide
                key={one.id}
                title={t('credit.decide')}
                help={t('credit.decideHelp')}
                buttons={[
                  { text: t('credit.grant'), send: (reason) => decideRepair(one.id, true, reason) },
                  { text: t('credit.refuse'), send: (reason) => decideRepair(one.id, false, reason), danger: true },
                ]}
              />
            ))
        : null}
    </>
  );
}
