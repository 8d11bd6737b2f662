import { Button } from 'antd';
import type { FieldSchema, Prefill } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { Figure } from '../figure/Figure';
import { Time } from '../time/Time';
import { useChoices } from './FieldInput';

type Props = { entry: Prefill[string]; schema: FieldSchema; onObject?: () => void };

/** What the government already knows is shown with its source and is corrected by an objection, not by overtyping. */
export function Prefilled({ entry, schema, onObject }: Props) {
  const { t, pick } = useLanguage();
  const { value: known, source, label, asOf } = entry;
  const choice = useChoices(schema)?.find((one) => one.value === known);
  const shown = choice?.label ?? (typeof known === 'object' ? JSON.stringify(known) : (known as string | number | null));
  return (
    <div className="cb-prefilled">
      {source ? <Figure figure={{ value: shown, source }} /> : <span>{String(shown ?? '')}</span>}
      <span className="cb-faint">
        {label ? t('form.from', { source: pick(label) }) : null} {asOf ? <Time at={asOf} precision="day" /> : null}
      </span>
      {onObject ? (
        <Button type="link" size="small" onClick={onObject}>
          {t('form.object')}
        </Button>
      ) : null}
    </div>
  );
}
