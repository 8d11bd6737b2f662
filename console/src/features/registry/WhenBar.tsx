import { Button, Switch } from 'antd';
import type { When } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Moment } from '../../shared/time/Moment';
import { useMe } from '../../shared/useMe';

/** On which day the record is read: what was so then, and as it was known then. Unmasking is asked for here, and recorded. */
export function WhenBar({ when, onWhen }: { when: When; onWhen: (when: When) => void }) {
  const { t } = useLanguage();
  const me = useMe().data;
  return (
    <div className="cb-filters cb-when">
      <Moment label={t('registry.asOf')} at={when.asOf} onAt={(asOf) => onWhen({ ...when, asOf })} />
      <Moment label={t('registry.asKnown')} at={when.asKnown} onAt={(asKnown) => onWhen({ ...when, asKnown })} />
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
