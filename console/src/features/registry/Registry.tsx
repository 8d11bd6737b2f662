import { useMutation } from '@tanstack/react-query';
import { Alert, Table, Tag } from 'antd';
import { Link } from 'react-router';
import type { FormSchema } from '../../api/forms';
import { search } from '../../api/registry';
import type { PersonHit, PersonSearch } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { SchemaForm } from '../../shared/form/SchemaForm';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { keepGround } from './ground';

/** A person is looked up by question, purpose and law; the question travels in the body, never in the address. */
export default function Registry() {
  const { t } = useLanguage();
  const find = useMutation({ mutationFn: (question: PersonSearch) => search(question), onMutate: ({ purpose, legalBasis }) => keepGround({ purpose, legalBasis }) });
  const form: FormSchema = {
    required: ['purpose', 'legalBasis'],
    properties: {
      idNumber: { type: 'string', title: t('registry.idNumber'), maxLength: 18 },
      name: { type: 'string', title: t('registry.name'), description: t('registry.nameHelp'), maxLength: 60 },
      phone: { type: 'string', title: t('registry.phone'), maxLength: 20 },
      address: { type: 'string', title: t('registry.address'), maxLength: 120 },
      purpose: { type: 'string', title: t('common.purpose'), description: t('registry.purposeHelp'), minLength: 2, maxLength: 90 },
      legalBasis: { type: 'string', title: t('common.legalBasis'), description: t('registry.basisHelp'), minLength: 2, maxLength: 90 },
    },
  };
  return (
    <Page title={t('registry.title')} purpose={t('registry.purpose')}>
      <div className="cb-two">
        <Panel title={t('registry.question')}>
          <SchemaForm form={form} busy={find.isPending} submitText={t('registry.search')} onSubmit={(values) => find.mutate(values as PersonSearch)} />
          <p className="cb-faint">{t('registry.recorded')}</p>
        </Panel>
        <Panel title={t('registry.hits')}>
          {find.error ? <Alert type="error" showIcon title={failureText(find.error, t)} /> : null}
          {find.data?.length ? <Hits hits={find.data} /> : <Nothing text={find.isSuccess ? t('registry.none') : t('registry.ready')} />}
        </Panel>
      </div>
    </Page>
  );
}

function Hits({ hits }: { hits: PersonHit[] }) {
  const { t, word } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="ref"
      dataSource={hits}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('registry.name'), render: (_, hit) => <><Link to={'/registry/persons/' + encodeURIComponent(hit.ref)}>{hit.maskedName}</Link> {hit.way && hit.way !== 'EXACT' ? <Tag>{word('way', hit.way)}</Tag> : null}</> },
        { title: t('registry.idNumber'), render: (_, hit) => <Masked text={hit.maskedId} mono /> },
        { title: t('common.place'), render: (_, hit) => hit.region?.name ?? '—' },
        { title: t('registry.ref'), render: (_, hit) => <code>{hit.ref}</code> },
      ]}
    />
  );
}
