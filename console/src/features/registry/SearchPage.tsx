import { useMutation } from '@tanstack/react-query';
import { Alert, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { FormSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import type { TextKey } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';

type Props<Question, Hit> = { title: TextKey; purpose: TextKey; form: FormSchema; note?: TextKey; search: (question: Question) => Promise<Hit[]>; columns: TableColumnsType<Hit>; ready: TextKey; none: TextKey };

/** A question on the left, its answer on the right; the question travels in the body, never in the address. */
export function SearchPage<Question, Hit extends { ref: string }>({ title, purpose, form, note, search, columns, ready, none }: Props<Question, Hit>) {
  const { t } = useLanguage();
  const find = useMutation({ mutationFn: search });
  return (
    <Page title={t(title)} purpose={t(purpose)}>
      <div className="cb-two">
        <Panel title={t('registry.question')}>
          <SchemaForm form={form} busy={find.isPending} submitText={t('registry.search')} onSubmit={(values) => find.mutate(values as Question)} />
          {note ? <p className="cb-faint">{t(note)}</p> : null}
        </Panel>
        <Panel title={t('registry.hits')}>
          {find.error ? <Alert type="error" showIcon title={failureText(find.error, t)} /> : null}
          {find.data?.length ? <Table size="small" rowKey="ref" dataSource={find.data} pagination={{ pageSize: 20, hideOnSinglePage: true }} scroll={{ x: 'max-content' }} columns={columns} /> : <Nothing text={t(find.isSuccess ? none : ready)} />}
        </Panel>
      </div>
    </Page>
  );
}
