import { Button, Checkbox, Skeleton } from 'antd';
import type { ResourceField } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { Labelled } from '../../shared/form/Labelled';

type Props = { id: string; fields: ResourceField[]; loading: boolean; chosen: string[]; mistake?: string; onChange: (fields: string[]) => void };

/** The field list: key fields always come along, every other one is asked for by itself. */
export function FieldChoice({ id, fields, loading, chosen, mistake, onChange }: Props) {
  const { t, pick } = useLanguage();
  const keys = fields.filter((field) => field.key).map((field) => field.name);
  const choose = (names: string[]) => onChange(fields.map((field) => field.name).filter((name) => names.includes(name) || (names.length > 0 && keys.includes(name))));
  const toggle = (name: string, on: boolean) => choose(on ? [...chosen, name] : chosen.filter((one) => one !== name));
  return (
    <Labelled id={id} label={t('subscription.fields')} help={t('subscription.ask.fieldsHelp')} mistake={mistake} required>
      {loading ? <Skeleton active title={false} paragraph={{ rows: 4 }} aria-label={t('state.loading')} /> : null}
      {fields.length ? (
        <div className="cb-choice" id={id} role="group" aria-label={t('subscription.fields')}>
          <p className="cb-choice-head">
            <span>{t('subscription.ask.chosen', { n: chosen.length, all: fields.length })}</span>
            <Button size="small" type="link" onClick={() => choose(fields.map((field) => field.name))}>
              {t('subscription.ask.all')}
            </Button>
            <Button size="small" type="link" onClick={() => onChange([])}>
              {t('subscription.ask.none')}
            </Button>
          </p>
          <ul>
            {fields.map((field) => (
              <li key={field.name}>
                <Checkbox checked={chosen.includes(field.name)} disabled={field.key && chosen.length > 0} onChange={(event) => toggle(field.name, event.target.checked)}>
                  {pick(field.title) || field.name} <code>{field.name}</code>
                  {field.key ? <small className="cb-key">{t('catalogue.key')}</small> : null}
                </Checkbox>
                <code className="cb-faint">{field.sourceType}</code>
              </li>
            ))}
          </ul>
        </div>
      ) : loading ? null : (
        <p className="cb-faint">{t('subscription.ask.resourceFirst')}</p>
      )}
    </Labelled>
  );
}
