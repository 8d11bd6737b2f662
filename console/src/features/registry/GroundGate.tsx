import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FormSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { Panel } from '../../shared/page/Panel';
import { keepGround, keptGround } from './ground';
import type { Ground } from './ground';

/** Nobody reads a person's record without saying why and on which law. */
export function GroundGate({ children }: { children: (ground: Ground) => ReactNode }) {
  const { t } = useLanguage();
  const [ground, setGround] = useState<Ground | null>(keptGround);
  if (ground) return <>{children(ground)}</>;
  const form: FormSchema = {
    required: ['purpose', 'legalBasis'],
    properties: {
      purpose: { type: 'string', title: t('common.purpose'), description: t('registry.purposeHelp'), minLength: 2, maxLength: 90 },
      legalBasis: { type: 'string', title: t('common.legalBasis'), description: t('registry.basisHelp'), minLength: 2, maxLength: 90 },
    },
  };
  const state = (values: Record<string, unknown>) => {
    const next = { purpose: String(values.purpose), legalBasis: String(values.legalBasis) };
    keepGround(next);
    setGround(next);
  };
  return (
    <Panel title={t('registry.why')} className="cb-narrow-form">
      <p>{t('registry.recorded')}</p>
      <SchemaForm form={form} submitText={t('registry.read')} onSubmit={state} />
    </Panel>
  );
}
