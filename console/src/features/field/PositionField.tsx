import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Position } from '../../api/field';
import { useLanguage } from '../../i18n';

const OPTIONS: PositionOptions = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };

/** The satellite needs no signal. */
export function PositionField({ position, onChange }: { position: Position | null; onChange: (position: Position) => void }) {
  const { t } = useLanguage();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange({ longitude: coords.longitude, latitude: coords.latitude, accuracy: coords.accuracy });
      },
      () => setState('failed'),
      OPTIONS,
    );
  };
  return (
    <div className="cb-field">
      <label htmlFor="f-position">{t('field.position')}</label>
      <Button id="f-position" size="large" block icon={<AimOutlined />} loading={state === 'asking'} onClick={ask}>
        {position ? t('field.positionTaken', { accuracy: Math.round(position.accuracy) }) : t('field.takePosition')}
      </Button>
      {state === 'failed' ? (
        <p className="cb-mistake" role="alert">
          {t('field.positionFailed')}
        </p>
      ) : null}
    </div>
  );
}
