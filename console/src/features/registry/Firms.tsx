import { useMutation } from '@tanstack/react-query';
import { Alert, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { searchFirms } from '../../api/firms';
import type { FirmHit, FirmSearch } from '../../api/firms';
import type { FormSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';

/** Legal entities by code, a part of the name, phone or address. The register is open: no reason is asked. */
export default function Firms() {
  const { t } = useLanguage();
  const find = useMutation({ mutationFn: (question: FirmSearch) => searchFirms(question) });
  const form: FormSchema = {
    required: [],
    properties: {
      name: { type: 'string', title: t('firm.name'), description: t('firm.nameHelp'), maxLength: 100 },
      code: { type: 'string', title: t('firm.code'), description: t('firm.codeHelp'), maxLength: 24 },
      phone: { type: 'string', title: t('registry.phone'), maxLength: 20 },
      address: { type: 'string', title: t('registry.address'), maxLength: 120 },
    },
  };
  return (
    <Page title={t('firm.title')} purpose={t('firm.purpose')}>
      <div className="cb-two">
        <Panel title={t('registry.question')}>
          <SchemaForm form={form} busy={find.isPending} submitText={t('registry.search')} onSubmit={(values) => find.mutate(values as FirmSearch)} />
        </Panel>
        <Panel title={t('registry.hits')}>
          {find.error ? <Alert type="error" showIcon title={failureText(find.error, t)} /> : null}
          {find.data?.length ? <Hits hits={find.data} /> : <Nothing text={find.isSuccess ? t('firm.none') : t('firm.ready')} />}
        </Panel>
      </div>
    </Page>
  );
}

function Hits({ hits }: { hits: FirmHit[] }) {
  const { t, word } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="ref"
      dataSource={hits}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('firm.name'),
          render: (_, hit) => (
            <>
              <Link to={'/firms/' + encodeURIComponent(hit.ref)}>{hit.name || hit.ref}</Link> {hit.way === 'EXACT' ? null : <Tag>{word('way', hit.way)}</Tag>}
            </>
          ),
        },
        { title: t('firm.code'), render: (_, hit) => <code>{hit.creditCode || '—'}</code> },
        { title: t('firm.status'), render: (_, hit) => hit.status || '—' },
        { title: t('common.place'), render: (_, hit) => hit.region?.name ?? '—' },
      ]}
    />
  );
}
