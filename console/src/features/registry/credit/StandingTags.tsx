import { Tag } from 'antd';
import type { Mark, Standing } from '../../../api/credit';
import { useLanguage } from '../../../i18n';

const KINDS: Record<Standing['kind'], string> = { PENALTY: 'default', INSPECTION: 'blue', RED_LIST: 'green', BLACK_LIST: 'red' };
const MARKS: Record<Mark, string> = { DISPUTED: 'gold', WITHHELD: 'default' };

/** What kind of credit record it is, and how grave. */
export function StandingTags({ standing }: { standing?: Standing | null }) {
  const { word } = useLanguage();
  if (!standing) return null;
  return (
    <>
      <Tag color={KINDS[standing.kind]}>{word('credit.kind', standing.kind)}</Tag>
      {standing.severity ? <Tag>{word('credit.severity', standing.severity)}</Tag> : null}
    </>
  );
}

/** What is noted about a record: under objection, withheld after its repair. */
export function MarkTags({ marks }: { marks?: Mark[] }) {
  const { word } = useLanguage();
  return (
    <>
      {marks?.map((mark) => (
        <Tag key={mark} color={MARKS[mark]}>
          {word('credit.mark', mark)}
        </Tag>
      ))}
    </>
  );
}
