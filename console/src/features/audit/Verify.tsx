import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { verify } from '../../api/audit';
import { useLanguage } from '../../i18n';
import { failureText } from '../../shared/page/Failure';

/** Recomputes every hash of the trail and says whether the chain holds. */
export function Verify() {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  const check = useMutation({
    mutationFn: verify,
    onError: (error) => void message.error(failureText(error, t)),
    onSuccess: (report) =>
      void modal[report.holds ? 'success' : 'error']({
        title: t(report.holds ? 'audit.holds' : 'audit.broken'),
        content: [t('audit.checked', { entries: report.entries, writers: report.writers, anchors: report.anchors }), ...report.faults].map((line) => <p key={line}>{line}</p>),
      }),
  });
  return (
    <Button size="small" type="primary" loading={check.isPending} onClick={() => check.mutate()}>
      {t('audit.verify')}
    </Button>
  );
}
