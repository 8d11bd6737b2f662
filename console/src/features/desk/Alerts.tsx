import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { alerts } from '../../api/alerts';
import type { Alert } from '../../api/alerts';
import { useLanguage } from '../../i18n';
import { AlertBadge } from '../../shared/AlertBadge';
import { Masked } from '../../shared/Masked';
import { StatusLight } from '../../shared/StatusLight';
import { Sentence } from '../../shared/figure/Sentence';
import { Page } from '../../shared/page/Page';
import { QueryTable } from '../../shared/table/QueryTable';
import type { Column } from '../../shared/table/columns';
import { Time } from '../../shared/time/Time';
import { usePaging, useParam } from '../../shared/useParam';

const STATES = ['RAISED', 'WITHDRAWN'];
const LEVELS = ['BLUE', 'YELLOW', 'ORANGE', 'RED'];

/** To the case when there is one, to the decision behind the alert otherwise. */
const alertPath = ({ caseId, decisionId }: Alert) => (caseId ? '/cases/' + encodeURIComponent(caseId) : '/decisions/' + encodeURIComponent(decisionId ?? ''));

/** Warnings that scenes have raised, newest first; a withdrawn one stays to be seen. */
export default function Alerts() {
  const { t, pick, word } = useLanguage();
  const navigate = useNavigate();
  const [state, setState] = useParam('state', '');
  const [level, setLevel] = useParam('level', '');
  const paging = usePaging();
  const query = useQuery({ queryKey: ['alerts', state, level, paging.page], queryFn: () => alerts({ state, level, page: paging.page, size: paging.size }) });
  const columns = useMemo<Column<Alert>[]>(
    () => [
      { key: 'level', title: t('desk.level'), width: 100, text: (alert) => word('level', alert.level), show: (alert) => <AlertBadge level={alert.level} />, sort: true },
      { key: 'title', title: t('desk.alert'), text: (alert) => pick(alert.title), show: (alert) => <Link to={alertPath(alert)}>{pick(alert.title)}</Link> },
      { key: 'reason', title: t('common.reason'), text: (alert) => pick(alert.reason), show: (alert) => <Reason alert={alert} /> },
      { key: 'subject', title: t('common.person'), text: (alert) => alert.subjectName, show: (alert) => <Masked text={alert.subjectName} /> },
      { key: 'place', title: t('common.place'), text: (alert) => alert.place?.name, sort: true },
      { key: 'state', title: t('common.state'), text: (alert) => word('light', alert.state), show: (alert) => <StatusLight state={alert.state} />, sort: true },
      { key: 'raised', title: t('desk.raised'), text: (alert) => alert.raisedAt, show: (alert) => <Time at={alert.raisedAt} />, sort: true },
    ],
    [t, pick, word],
  );
  return (
    <Page title={t('desk.alertsTitle')} purpose={t('desk.alertsPurpose')} asOf={query.dataUpdatedAt}>
      <QueryTable
        name="alerts"
        query={query}
        columns={columns}
        rowKey={(alert) => alert.id}
        onOpen={(alert) => void navigate(alertPath(alert))}
        paging={paging}
        filters={
          <>
            <Select className="cb-select" aria-label={t('common.state')} value={state} onChange={setState} options={[{ value: '', label: `${t('common.state')}: ${t('common.all')}` }, ...STATES.map((code) => ({ value: code, label: word('light', code) }))]} />
            <Select className="cb-select" aria-label={t('desk.level')} value={level} onChange={setLevel} options={[{ value: '', label: `${t('desk.level')}: ${t('common.all')}` }, ...LEVELS.map((code) => ({ value: code, label: word('level', code) }))]} />
          </>
        }
        emptyText={t('desk.noAlerts')}
      />
    </Page>
  );
}

function Reason({ alert }: { alert: Alert }) {
  const { t } = useLanguage();
  const { reason, decisionId } = alert;
  return (
    <span className="cb-wrap">
      {reason && decisionId ? <Sentence text={reason} source={'decision:' + decisionId} /> : null} {decisionId ? <Link className="cb-underlined" to={'/decisions/' + encodeURIComponent(decisionId)}>{t('desk.why')}</Link> : null}
    </span>
  );
}
