import type { Stage, StageClock } from '../../api/cases';
import { useLanguage } from '../../i18n';
import type { Translate } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Due } from '../../shared/time/Due';
import { Time } from '../../shared/time/Time';

/** Stages with their two clocks apart: the legal one runs on city days, the machine one on seconds. */
export function StageBar({ stages, current }: { stages: Stage[]; current: string }) {
  const { t, pick } = useLanguage();
  return (
    <ol className="cb-stages" tabIndex={0} aria-label={t('cases.stage')}>
      {stages.map((stage) => (
        <li key={stage.id} data-state={stage.state.toUpperCase()} aria-current={stage.id === current ? 'step' : undefined}>
          <div className="cb-stage-name">
            <strong>{pick(stage.title)}</strong>
            <StatusLight state={stage.state} />
          </div>
          <ClockLine title={t('cases.legalClock')} clock={stage.legalClock} running={stage.id === current} />
          <ClockLine title={t('cases.machineClock')} clock={stage.machineClock} />
        </li>
      ))}
    </ol>
  );
}

function ClockLine({ title, clock, running }: { title: string; clock: Stage['legalClock']; running?: boolean }) {
  const { pick } = useLanguage();
  if (!clock) return null;
  return (
    <div className="cb-stage-clock" title={typeof clock === 'string' ? undefined : pick(clock.basis)}>
      <span className="cb-faint">{title}</span> {typeof clock === 'string' ? <Moment text={clock} running={running} /> : <ClockText clock={clock} running={running} />}
    </div>
  );
}

const Moment = ({ text, running }: { text: string; running?: boolean }) => (running && /^\d{4}-/.test(text) ? <Due at={text} /> : <Time at={text} />);

const MINUTE = 60;
const HOUR = 60 * MINUTE;

function span(seconds: number, t: Translate): string {
  if (seconds < MINUTE) return t('cases.seconds', { n: Math.round(seconds * 10) / 10 });
  if (seconds < HOUR) return t('cases.minutes', { n: Math.round(seconds / MINUTE) });
  return t('cases.hours', { n: Math.round((seconds / HOUR) * 10) / 10 });
}

function ClockText({ clock, running }: { clock: StageClock; running?: boolean }) {
  const { pick, t } = useLanguage();
  if (clock.text) return <span>{pick(clock.text)}</span>;
  if (clock.seconds != null) return <span>{span(clock.seconds, t)}</span>;
  if (clock.due && running && !clock.endedAt) return <Due at={clock.due} />;
  return <Time at={clock.endedAt ?? clock.due ?? clock.startedAt} />;
}
