import { uphold } from '../../../api/credit';
import type { CreditFile, Objection } from '../../../api/credit';
import { useLanguage } from '../../../i18n';
import { ReceiptLink } from '../../../shared/ReceiptLink';
import { ResourceLink } from '../../../shared/ResourceLink';
import { Time } from '../../../shared/time/Time';
import { RequestTable } from '../RequestTable';
import { Decide } from './Decide';

type Props = { list: Objection[]; items: CreditFile['items']; mayDecide: boolean };

/** Objections to one record, newest first, with the department's word where it is asked. */
export function Objections({ list, items, mayDecide }: Props) {
  const { t, pick, word } = useLanguage();
  const title = (column: string) => (column ? pick(items.find((item) => item.column === column)?.title ?? column) : t('credit.wholeRecord'));
  return (
    <>
      <h3>{t('credit.objections')}</h3>
      <RequestTable
        list={list}
        emptyText={t('credit.noObjections')}
        columns={[
          { title: t('common.time'), show: (one) => <Time at={one.raisedAt} precision="second" /> },
          { title: t('registry.source'), show: (one) => <ResourceLink id={one.resource} /> },
          { title: t('registry.field'), show: (one) => title(one.column) },
          { title: t('registry.seen'), show: (one) => one.seen ?? '—' },
          { title: t('registry.wanted'), show: (one) => one.wanted },
          { title: t('registry.reason'), show: (one) => <span className="cb-wrap">{one.reason}</span> },
          { title: t('registry.correctionState'), show: (one) => word('credit.objection', one.state) },
          { title: t('registry.closedBy'), show: (one) => (one.receipt ? <ReceiptLink receipt={one.receipt} /> : one.answer || '—') },
        ]}
      />
      {mayDecide
        ? list.filter((one) => !one.closedAt).map((one) => <Decide key={one.id} title={t('credit.uphold')} buttons={[{ text: t('credit.uphold'), send: (reason) => uphold(one.id, reason) }]} help={t('credit.upholdHelp')} />)
        : null}
    </>
  );
}
