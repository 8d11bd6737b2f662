import { CloudUploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../../i18n';
import { Time } from '../../shared/time/Time';
import type { Queue } from './useQueue';

/** What is finished but not yet sent, and what the server refused. */
export function WaitingList({ queue }: { queue: Queue }) {
  const { t, pick } = useLanguage();
  if (!queue.items.length) return null;
  return (
    <section className="cb-waiting" data-testid="waiting">
      <header>
        <strong>
          <CloudUploadOutlined aria-hidden /> {t('field.waiting', { n: queue.items.length })}
        </strong>
        <Button onClick={() => void queue.syncNow()} loading={queue.syncing}>
          {t('field.send')}
        </Button>
      </header>
      <ul>
        {queue.items.map((item) => (
          <li key={item.clientId}>
            <span>
              {pick(item.title)} {item.place} <Time at={item.doneAt} />
            </span>
            {item.refused ? (
              <span className="cb-mistake">
                {t('field.refused')} {pick(item.refused)}{' '}
                <Button size="small" onClick={() => void queue.drop(item.clientId)}>
                  {t('field.discard')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
