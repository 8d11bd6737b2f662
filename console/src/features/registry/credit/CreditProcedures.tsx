import { useQuery } from '@tanstack/react-query';
import { creditFile } from '../../../api/credit';
import type { CreditFile } from '../../../api/credit';
import { useLanguage } from '../../../i18n';
import { Outcome } from '../../../shared/page/Outcome';
import { Time } from '../../../shared/time/Time';
import { useMe } from '../../../shared/useMe';
import { AskObjection, AskRepair } from './Ask';
import { Objections } from './Objections';
import { Repairs } from './Repairs';

/** Objections and repairs of one credit record: what the rules allow, what is asked, what became of it. */
export function CreditProcedures({ record }: { record: string }) {
  const query = useQuery({ queryKey: ['credit-file', record], queryFn: () => creditFile(record) });
  const asks = useMe().data?.authorities.includes('credit.ask');
  return (
    <Outcome query={query}>
      {(file) => (
        <>
          <Rules file={file} />
          <Objections list={file.objections} items={file.items} mayDecide={file.mayDecide} />
          {asks && file.objections.every((one) => one.closedAt) ? <AskObjection file={file} /> : null}
          <Repairs list={file.repairs} mayDecide={file.mayDecide} />
          {asks ? <AskRepair file={file} /> : null}
        </>
      )}
    </Outcome>
  );
}

/** Which rule the record's days follow, and the law that allows it. */
function Rules({ file }: { file: CreditFile }) {
  const { t, pick, word } = useLanguage();
  const { standing } = file;
  if (standing.kind === 'RED_LIST' || standing.kind === 'INSPECTION') return standing.law ? <p className="cb-faint">{t('credit.law', { law: pick(standing.law) })}</p> : null;
  return (
    <dl className="cb-counts">
      <div>
        <dt>{t('credit.severity')}</dt>
        <dd>{standing.severity ? word('credit.severity', standing.severity) : t('credit.unknown')}</dd>
      </div>
      <div>
        <dt>{t('credit.shortest')}</dt>
        <dd>
          <Time at={standing.shortest} precision="day" />
        </dd>
      </div>
      <div>
        <dt>{t('credit.longest')}</dt>
        <dd>
          <Time at={standing.longest} precision="day" />
        </dd>
      </div>
      <div>
        <dt>{t('credit.duties')}</dt>
        <dd>{t(standing.done ? 'credit.dutiesDone' : 'credit.dutiesOpen')}</dd>
      </div>
      <div>
        <dt>{t('credit.basis')}</dt>
        <dd>
          {standing.law ? pick(standing.law) : '—'} · {t('credit.rule', { rule: standing.rule })}
        </dd>
      </div>
    </dl>
  );
}
