import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import type { Decision, DecisionInput, DecisionLine } from '../../api/decisions';
import { figureOf } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';
import { Panel } from '../../shared/page/Panel';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';

const MARKS = { PASS: CheckCircleFilled, FAIL: CloseCircleFilled, CANNOT_TELL: QuestionCircleFilled };

const SHOWN = 4;

/** Each line of the rule: its value, the line it is held against, tick, cross or "cannot tell", and the inputs under it. */
export function Lines({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  return (
    <Panel title={t('decisions.lines')}>
      <ol className="cb-lines">
        {decision.lines.map((line, index) => (
          <Line key={index} line={line} decisionId={decision.id} />
        ))}
      </ol>
    </Panel>
  );
}

function Line({ line, decisionId }: { line: DecisionLine; decisionId: string }) {
  const { t, pick, word } = useLanguage();
  const Mark = MARKS[line.result] ?? QuestionCircleFilled;
  const source = line.source ?? line.inputs[0]?.source ?? `decision:${decisionId}`;
  return (
    <li data-result={line.result}>
      <div className="cb-line-head">
        <span className={`cb-mark cb-mark-${line.result}`}>
          <Mark aria-hidden /> {word('result', line.result)}
        </span>
        <strong>{pick(line.label)}</strong>
        <span className="cb-line-values">
          <small>{t('decisions.value')}</small> <Figure figure={figureOf(line.value, source, line.unit)} />
          <small>{t('decisions.line')}</small> <Figure figure={figureOf(line.line, source, line.unit)} />
        </span>
      </div>
      {line.parameter ? (
        <p className="cb-faint cb-line-basis">
          {t('decisions.lineFrom')} <Time at={line.parameter.from} precision="day" /> · {pick(line.parameter.basis)}
        </p>
      ) : null}
      <Inputs inputs={line.inputs} />
      {line.mend ? (
        <p className="cb-mend">
          {t('decisions.mend')} {pick(line.mend)}
        </p>
      ) : null}
    </li>
  );
}

function Inputs({ inputs }: { inputs: DecisionInput[] }) {
  const { t, pick } = useLanguage();
  if (!inputs.length) return null;
  return (
    <div className="cb-inputs">
      <table>
        <thead>
          <tr>
            <th>{t('decisions.input')}</th>
            <th className="cb-right">{t('decisions.value')}</th>
            <th>{t('decisions.date')}</th>
            <th>{t('decisions.receipt')}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.name}>
              <td>
                {pick(input.title) || input.name}
                {input.missing.map((text, index) => (
                  <p key={index} className="cb-mend">
                    {pick(text)}
                  </p>
                ))}
              </td>
              <td className="cb-right">
                <Figure figure={figureOf(input.value, input.source, input.unit, input.asOf)} />
              </td>
              <td>
                <Time at={newest(input)} />
              </td>
              <td>
                <Receipts input={input} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const newest = (input: DecisionInput) => input.asOf ?? input.rows.map((row) => row.sourceTime ?? row.knownTime ?? '').sort().at(-1);

/** The rows an input was counted from; the rest of a long list is in the source drawer. */
function Receipts({ input }: { input: DecisionInput }) {
  if (!input.rows.length) return '—';
  return (
    <ul>
      {input.rows.slice(0, SHOWN).map(({ receipt }) => (
        <li key={receipt}>
          <ReceiptLink receipt={receipt} />
        </li>
      ))}
      {input.rows.length > SHOWN ? <li>…</li> : null}
    </ul>
  );
}
