import { useQuery } from '@tanstack/react-query';
import { papersOfFirm, papersOfPerson } from '../../api/papers';
import type { PaperKind } from '../../api/papers';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { PaperList } from './PaperList';
import type { Ground } from './ground';

/** The papers of one firm, or of one person for a stated reason. */
export function Held({ kind, holder, ground }: { kind: PaperKind; holder: string; ground?: Ground }) {
  const { t } = useLanguage();
  const query = useQuery({ queryKey: ['held', kind, holder, ground?.purpose, ground?.legalBasis], queryFn: () => (ground ? papersOfPerson(kind, holder, ground.purpose, ground.legalBasis) : papersOfFirm(kind, holder)) });
  return <Outcome query={query}>{(list) => <PaperList kind={kind} papers={list} emptyText={t(kind === 'licence' ? 'paper.noLicence' : 'paper.noRecord')} />}</Outcome>;
}
