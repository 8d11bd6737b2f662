import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { useLanguage } from '../i18n';

type Tone = 'overdue' | 'near' | 'onTime' | 'paused' | 'info';

const TONES: Record<string, Tone> = {
  OVERDUE: 'overdue', FAILED: 'overdue', PROBLEM: 'overdue', HELD: 'overdue', REFUSED: 'overdue', ERROR: 'overdue', OPEN: 'near',
  NEAR: 'near', WAITING: 'near', PARKED: 'near', STARTING: 'near', WARNING: 'near', DRAFT: 'near', REQUESTED: 'near', SENT_BACK: 'info', CURRENT: 'info',
  ON: 'onTime', OFF: 'paused', ON_TIME: 'onTime', OK: 'onTime', FLOWING: 'onTime', RUNNING: 'onTime', DEPLOYED: 'onTime', ACCEPTED: 'onTime', DONE: 'onTime', MENDED: 'onTime', PUBLISHED: 'onTime', GRANTED: 'onTime', WRITTEN: 'onTime', HANDLED: 'onTime', APPLIED: 'onTime', LAYING: 'info', ENDED: 'paused',
  PAUSED: 'paused', STOPPED: 'paused', CLOSED: 'paused', PENDING: 'paused', AHEAD: 'paused', WITHDRAWN: 'paused',
};
const ICONS = { overdue: CloseCircleOutlined, near: ExclamationCircleOutlined, onTime: CheckCircleOutlined, paused: PauseCircleOutlined, info: InfoCircleOutlined };

export const toneOf = (state: string): Tone => TONES[state.toUpperCase()] ?? 'info';

/** A state as colour, icon and word together; never by colour alone. */
export function StatusLight({ state, text }: { state: string; text?: string }) {
  const { word } = useLanguage();
  const code = state.toUpperCase();
  const tone = toneOf(code);
  const Icon = code === 'OVERDUE' || code === 'NEAR' ? ClockCircleOutlined : ICONS[tone];
  return (
    <span className={`cb-light cb-light-${tone}`} data-state={code}>
      <Icon aria-hidden /> {text ?? word('light', code)}
    </span>
  );
}
