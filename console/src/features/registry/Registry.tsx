import { Tag } from 'antd';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { FormSchema } from '../../api/forms';
import { search } from '../../api/registry';
import type { PersonHit, PersonSearch } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { Masked } from '../../shared/Masked';
import { SearchPage } from './SearchPage';
import { keepGround } from './ground';

/** A person is looked up by question, purpose and law. */
export default function Registry() {
  const { t, word } = useLanguage();
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
  const columns: TableColumnsType<PersonHit> = [
    {
      title: t('registry.name'),
      render: (_, hit) => (
        <>
          <Link to={'/registry/persons/' + encodeURIComponent(hit.ref)}>{hit.maskedName}</Link> {hit.way && hit.way !== 'EXACT' ? <Tag>{word('way', hit.way)}</Tag> : null}
        </>
      ),
    },
    { title: t('registry.idNumber'), render: (_, hit) => <Masked text={hit.maskedId} mono /> },
    { title: t('common.place'), render: (_, hit) => hit.region?.name ?? '—' },
    { title: t('registry.ref'), render: (_, hit) => <code>{hit.ref}</code> },
  ];
  const find = (question: PersonSearch) => {
    keepGround({ purpose: question.purpose, legalBasis: question.legalBasis });
    return search(question);
  };
  return <SearchPage title="registry.title" purpose="registry.purpose" form={form} note="registry.recorded" search={find} columns={columns} ready="registry.ready" none="registry.none" />;
}
