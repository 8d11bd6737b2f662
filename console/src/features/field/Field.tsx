import { CloudSyncOutlined, DisconnectOutlined, TranslationOutlined, WifiOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { useLiveChanges } from '../../shared/useLiveChanges';
import { VisitList } from './VisitList';
import { VisitPage } from './VisitPage';
import { WaitingList } from './WaitingList';
import './field.css';
import { keepShell } from './shell';
import { useQueue } from './useQueue';
import type { Queue } from './useQueue';
import { useOwner, useVisits } from './useVisits';

/** The grid worker's page: one column, big targets, works without a signal. */
export default function Field() {
  const { taskId } = useParams();
  const { t } = useLanguage();
  const navigate = useNavigate();
  const owner = useOwner();
  const queue = useQueue(owner);
  const query = useVisits();
  useLiveChanges();
  useEffect(() => {
    document.title = t('field.title');
  }, [t]);
  const ready = query.isSuccess;
  useEffect(() => {
    if (ready) void keepShell();
  }, [ready]);
  return (
    <div className="cb-phone">
      <FieldHead queue={queue} kept={!!query.data?.kept} />
      <main>
        <WaitingList queue={queue} />
        <Outcome query={query}>
          {({ visits }) => {
            const done = new Set(queue.items.map((item) => item.taskId));
            const visit = visits.find((one) => one.taskId === taskId);
            if (taskId && visit && owner) return <VisitPage visit={visit} owner={owner} queue={queue} onDone={() => void navigate('/field')} />;
            return <VisitList visits={visits.filter((one) => !done.has(one.taskId))} />;
          }}
        </Outcome>
      </main>
    </div>
  );
}

function FieldHead({ queue, kept }: { queue: Queue; kept: boolean }) {
  const { t, lang, setLang } = useLanguage();
  const online = queue.online && !kept;
  return (
    <header className="cb-phone-head">
      <strong>{t('field.title')}</strong>
      <span className={online ? 'cb-light cb-light-onTime' : 'cb-light cb-light-near'} data-testid="signal" data-online={online}>
        {queue.syncing ? <CloudSyncOutlined aria-hidden /> : online ? <WifiOutlined aria-hidden /> : <DisconnectOutlined aria-hidden />} {queue.syncing ? t('field.syncing') : online ? t('field.online') : t('field.offline')}
      </span>
      <Button type="text" icon={<TranslationOutlined />} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
        {t('app.language')}
      </Button>
    </header>
  );
}
