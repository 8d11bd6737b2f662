import { Tag } from 'antd';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { searchFirms } from '../../api/firms';
import type { FirmHit } from '../../api/firms';
import type { FormSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import { SearchPage } from './SearchPage';

/** Legal entities by code, a part of the name, phone or address. The register is open: no reason is asked. */
export default function Firms() {
  const { t, pick, word } = useLanguage();
  const form: FormSchema = {
    required: [],
    properties: {
      name: { type: 'string', title: t('firm.name'), description: t('firm.nameHelp'), maxLength: 100 },
      code: { type: 'string', title: t('firm.code'), description: t('firm.codeHelp'), maxLength: 24 },
      phone: { type: 'string', title: t('registry.phone'), maxLength: 20 },
      address: { type: 'string', title: t('registry.address'), maxLength: 120 },
    },
  };
  const columns: TableColumnsType<FirmHit> = [
    {
      title: t('firm.name'),
      render: (_, hit) => (
        <>
          <Link to={'/firms/' + encodeURIComponent(hit.ref)}>{hit.name || hit.ref}</Link> {hit.way === 'EXACT' ? null : <Tag>{word('way', hit.way)}</Tag>}
        </>
      ),
    },
    { title: t('firm.code'), render: (_, hit) => <code>{hit.creditCode || '—'}</code> },
    { title: t('firm.status'), render: (_, hit) => pick(hit.status) || '—' },
    { title: t('common.place'), render: (_, hit) => <span className="cb-narrow-words">{hit.region?.name ?? '—'}</span> },
  ];
  return <SearchPage title="firm.title" purpose="firm.purpose" form={form} search={searchFirms} columns={columns} ready="firm.ready" none="firm.none" />;
}
