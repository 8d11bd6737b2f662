import { Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { Paper, PaperKind } from '../../api/papers';
import { useLanguage } from '../../i18n';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { Time } from '../../shared/time/Time';
import { MarkTags, StandingTags } from './credit/StandingTags';

const COLOURS: Record<string, string> = { VALID: 'green', SOON: 'gold', ENDED: 'default' };

/** Papers as lines: type, number, holder, days, state, receipt. */
export function PaperList({ kind, papers, emptyText }: { kind: PaperKind; papers: Paper[]; emptyText: string }) {
  const { t, pick, word } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="receipt"
      dataSource={papers}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText }}
      columns={[
        { title: t('paper.type'), render: (_, one) => pick(one.type) },
        ...(kind === 'credit' ? [{ title: t('credit.kind'), render: (_: unknown, one: Paper) => <span className="cb-tags"><StandingTags standing={one.standing} /><MarkTags marks={one.marks} /></span> }] : []),
        { title: t('paper.number'), render: (_, one) => <Link to={(kind === 'licence' ? '/licences/' : '/credit/') + encodeURIComponent(one.ref)}>{one.number || one.ref}</Link> },
        { title: t('paper.holder'), render: (_, one) => one.holder || '—' },
        { title: t('paper.detail'), render: (_, one) => <span className="cb-wrap">{one.detail ?? '—'}</span> },
        { title: t(kind === 'licence' ? 'paper.from' : 'paper.decided'), render: (_, one) => <Time at={one.from} precision="day" /> },
        { title: t(kind === 'licence' ? 'paper.to' : 'paper.publishedUntil'), render: (_, one) => (one.to ? <Time at={one.to} precision="day" /> : t('paper.noEnd')) },
        { title: t('paper.state'), render: (_, one) => <Tag color={COLOURS[one.state]}>{word(kind, one.state)}</Tag> },
        { title: t('registry.receipt'), render: (_, one) => <ReceiptLink receipt={one.receipt} /> },
      ]}
    />
  );
}
