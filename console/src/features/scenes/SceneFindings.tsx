import { Table } from 'antd';
import type { SceneFinding } from '../../api/scenes';
import { useLanguage } from '../../i18n';
import { StatusLight } from '../../shared/StatusLight';
import { Nothing } from '../../shared/page/Nothing';

/** What the checker of the scene folder found, by number. */
export function SceneFindings({ findings }: { findings: SceneFinding[] }) {
  const { t, pick, word } = useLanguage();
  if (!findings.length) return <Nothing text={t('scenes.noFindings')} />;
  return (
    <Table
      size="small"
      rowKey={(finding) => (finding.number ?? '') + (finding.file ?? '') + pick(finding.text)}
      dataSource={findings}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('scenes.number'), render: (_, finding) => <code>{finding.number ?? '—'}</code> },
        { title: t('exchange.severity'), render: (_, finding) => <StatusLight state={finding.severity} text={word('severity', finding.severity)} /> },
        { title: t('scenes.file'), render: (_, finding) => <code>{finding.file ?? '—'}</code> },
        { title: t('scenes.text'), render: (_, finding) => <span className="cb-wrap">{pick(finding.text)}</span> },
        { title: t('exchange.mend'), render: (_, finding) => <span className="cb-wrap">{pick(finding.mend)}</span> },
      ]}
    />
  );
}
