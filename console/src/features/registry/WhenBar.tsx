import { Button, Switch } from 'antd';
import type { When } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { useMe } from '../../shared/useMe';

/** On which day the record is read: what was so then, and as it was known then. Unmasking is asked for here, and recorded. */
export function WhenBar({ when, onWhen }: { when: When; onWhen: (when: When) => void }) {
  const { t } = useLanguage();
  const me = useMe().data;
  const set = (name: 'asOf' | 'asKnown', at: string) => onWhen({ ...when, [name]: at ? new Date(at).toISOString() : undefined });
  return (
    <div className="cb-filters cb-when">
      <label>
        {t('registry.asOf')} <input type="datetime-local" value={local(when.asOf)} onChange={(event) => set('asOf', event.target.value)} />
      </label>
      <label>
        {t('registry.asKnown')} <input type="datetime-local" value={local(when.asKnown)} onChange={(event) => set('asKnown', event.target.value)} />
      </label>
      {me?.authorities.includes('registry.unmask') ? (
        <label>
          {t('registry.unmask')} <Switch size="small" aria-label={t('registry.unmask')} checked={!!when.unmask} onChange={(unmask) => onWhen({ ...when, unmask: unmask || undefined })} />
        </label>
      ) : null}
      {when.asOf || when.asKnown ? (
        <Button size="small" onClick={() => onWhen({ unmask: when.unmask })}>
          {t('registry.backToNow')}
        </Button>
      ) : null}
    </div>
  );
}

/** A moment as the browser's own field writes it: local time to the minute. */
function local(at: string | undefined): string {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
