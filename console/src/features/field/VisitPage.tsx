import { ArrowLeftOutlined } from '@ant-design/icons';
import { App } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Photo, Position, Visit } from '../../api/field';
import type { FormValues } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { Due } from '../../shared/time/Due';
import { HouseholdCard } from './HouseholdCard';
import { Photos } from './Photos';
import { PositionField } from './PositionField';
import { SignaturePad } from './SignaturePad';
import type { Queue } from './useQueue';

type Props = { visit: Visit; owner: string; queue: Queue; onDone: () => void };

/** One visit: the household card, the questions, photo, position, signature. Saved on the phone before anything is sent. */
export function VisitPage({ visit, owner, queue, onDone }: Props) {
  const { t, pick } = useLanguage();
  const { message } = App.useApp();
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [position, setPosition] = useState<Position | null>(null);
  const [signature, setSignature] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (values: FormValues) => {
    setBusy(true);
    const signed = signature ? [{ name: 'signature.png', dataUrl: signature }] : [];
    try {
      await queue.add({ clientId: crypto.randomUUID(), taskId: visit.taskId, owner, values, doneAt: new Date().toISOString(), position, photos: [...photos, ...signed], title: visit.title, place: visit.address ?? visit.place?.name });
      void message.success(t('field.saved'));
      onDone();
    } catch {
      void message.error(t('field.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="cb-stack">
      <Link to="/field" className="cb-back">
        <ArrowLeftOutlined aria-hidden /> {t('field.visits')}
      </Link>
      <h1>{pick(visit.title)}</h1>
      <p>
        <Due at={visit.due} paused={visit.light === 'PAUSED'} />
      </p>
      <HouseholdCard visit={visit} />
      <SchemaForm form={visit.form} uiSchema={visit.uiSchema} prefill={visit.prefill} draftKey={'field:' + visit.taskId} busy={busy} large submitText={t('field.finish')} onSubmit={(values) => void save(values)}>
        <Photos photos={photos} onChange={setPhotos} mark={visit.place?.name ?? ''} />
        <PositionField position={position} onChange={setPosition} />
        <SignaturePad onChange={setSignature} />
      </SchemaForm>
    </section>
  );
}
