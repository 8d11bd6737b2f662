import { Nothing } from '../../shared/page/Nothing';
import { Panel } from '../../shared/page/Panel';
import type { Scene } from '../../api/scenes';
import { useLanguage } from '../../i18n';

export function Rules({ rules }: { rules: Scene['rules'] }) {
  const { t, pick } = useLanguage();
  if (!rules.length) return <Nothing text={t('scenes.noRules')} />;
  return (
    <div className="cb-stack">
      {rules.map((rule) => (
        <Panel key={rule.id} title={pick(rule.title) || rule.id} extra={<code>{[rule.file, rule.version].filter(Boolean).join(' · ')}</code>}>
          {rule.lines?.length ? (
            <ol>
              {rule.lines.map((line, index) => (
                <li key={index}>{pick(line)}</li>
              ))}
            </ol>
          ) : (
            <code>{rule.id}</code>
          )}
        </Panel>
      ))}
    </div>
  );
}
