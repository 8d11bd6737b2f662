import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { FormSchema } from '../../api/forms';
import { setParameter } from '../../api/scenes';
import type { Parameter } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { useAccounts } from '../../shared/useAccounts';
import { Figure } from '../../shared/figure/Figure';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Time } from '../../shared/time/Time';
import { useCityClock } from '../../shared/time/useCityClock';

/** Dated values with their law. A new value never overwrites an old one: it begins on its day. */
export function Parameters({ sceneId, parameters }: { sceneId: string; parameters: Parameter[] }) {
  const { t, pick } = useLanguage();
  const who = useAccounts();
  const [edited, setEdited] = useState<Parameter | null>(null);
  const city = useCityClock(60_000);
  const today = city?.now.toISOString().slice(0, 10) ?? '9999';
  if (!parameters.length) return <Nothing text={t('scenes.noParameters')} />;
  return (
    <>
      <div className="cb-parameters">
        {parameters.map((parameter) => (
          <section key={parameter.id} className="cb-panel">
            <header>
              <h2>{pick(parameter.title) || parameter.id}</h2>
              <div className="cb-panel-extra">
                <Button size="small" onClick={() => setEdited(parameter)}>
                  {t('scenes.newValue')}
                </Button>
              </div>
            </header>
            <ul className="cb-values">
              {[...parameter.values]
                .sort((a, b) => b.from.localeCompare(a.from))
                .map((dated, index) => (
                  <li key={index} data-future={dated.from > today}>
                    <Figure figure={{ value: dated.value, unit: parameter.unit, source: `parameter:${sceneId}:${parameter.id}`, asOf: dated.from }} />
                    <span>
                      {t('scenes.from')} <Time at={dated.from} precision="day" />
                    </span>
                    <span className="cb-faint">
                      {pick(dated.basis)} {dated.by ? `· ${dated.by.startsWith(sceneId + ':') ? t('scenes.withPackage') : who(dated.by)}` : ''} {dated.verified === false ? <em>{t('scenes.unverified')}</em> : null}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <Drawer open={!!edited} onClose={() => setEdited(null)} title={edited ? `${t('scenes.newValue')}: ${pick(edited.title)}` : ''} size={440} destroyOnHidden>
        {edited ? <NewValue sceneId={sceneId} parameter={edited} onDone={() => setEdited(null)} /> : null}
      </Drawer>
    </>
  );
}

function NewValue({ sceneId, parameter, onDone }: { sceneId: string; parameter: Parameter; onDone: () => void }) {
  const { t, word } = useLanguage();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (values: Record<string, unknown>) => setParameter(sceneId, { id: parameter.id, value: values.value as number, from: String(values.from), basis: String(values.basis) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['scene', sceneId] });
      onDone();
    },
  });
  const numeric = parameter.values.every((dated) => !Number.isNaN(Number(dated.value)));
  const unit = word('unit', parameter.unit);
  const form: FormSchema = {
    required: ['value', 'from', 'basis'],
    properties: {
      value: { type: numeric ? 'number' : 'string', title: unit ? `${t('scenes.value')} (${unit})` : t('scenes.value') },
      from: { type: 'string', format: 'date', title: t('scenes.from'), description: t('scenes.fromHelp') },
      basis: { type: 'string', title: t('common.legalBasis'), description: t('scenes.basisHelp'), minLength: 4, maxLength: 200 },
    },
  };
  return (
    <>
      {send.error ? <Alert type="error" showIcon title={failureText(send.error, t)} /> : null}
      <SchemaForm form={form} busy={send.isPending} submitText={t('scenes.save')} onSubmit={(values) => send.mutate(values)} />
    </>
  );
}
