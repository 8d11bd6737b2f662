import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { PointerEvent } from 'react';
import { useLanguage } from '../../i18n';
import { light } from '../../tokens';

const PEN_WIDTH = 2.5;

/** A signature drawn with the finger, kept as a picture. */
export function SignaturePad({ onChange }: { onChange: (dataUrl: string | null) => void }) {
  const { t } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  useEffect(() => {
    const pad = canvas.current;
    if (!pad) return;
    const ratio = window.devicePixelRatio || 1;
    pad.width = pad.clientWidth * ratio;
    pad.height = pad.clientHeight * ratio;
    const pen = pad.getContext('2d');
    if (!pen) return;
    pen.scale(ratio, ratio);
    pen.lineWidth = PEN_WIDTH;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = light.text;
  }, []);
  const draw = (event: PointerEvent<HTMLCanvasElement>, start: boolean) => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || (!start && !drawing.current)) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    if (start) {
      drawing.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo(x, y);
    } else {
      pen.lineTo(x, y);
      pen.stroke();
    }
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange(canvas.current?.toDataURL('image/png') ?? null);
  };
  const clear = () => {
    const pad = canvas.current;
    pad?.getContext('2d')?.clearRect(0, 0, pad.width, pad.height);
    onChange(null);
  };
  return (
    <div className="cb-field">
      <div className="cb-sign-head">
        <label htmlFor="f-signature">{t('field.signature')}</label>
        <Button type="link" onClick={clear}>
          {t('field.clear')}
        </Button>
      </div>
      <canvas ref={canvas} id="f-signature" className="cb-sign" aria-label={t('field.signature')} onPointerDown={(event) => draw(event, true)} onPointerMove={(event) => draw(event, false)} onPointerUp={end} onPointerCancel={end} />
    </div>
  );
}
