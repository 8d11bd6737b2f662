import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { readAddress } from '../../api/places';
import type { Address } from '../../api/places';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';

const PARTS = ['street', 'group', 'number', 'estate', 'building', 'unit', 'floor', 'room', 'rest'] as const;
const LONGEST = 200;

/** An address as anyone writes it, taken apart into division code, street, number, building and room. */
export function AddressForm() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const reading = useQuery({ queryKey: ['address', asked], queryFn: () => readAddress(asked), enabled: asked !== '', retry: false });
  return (
    <>
      <form
        className="cb-filters cb-when"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(text.trim());
        }}
      >
        <label className="cb-address">
          {t('place.address')}{' '}
          <Input maxLength={LONGEST} value={text} placeholder={t('place.addressExample')} onChange={(event) => setText(event.target.value)} />
        </label>
        <Button htmlType="submit" disabled={text.trim() === ''} loading={reading.isFetching}>
          {t('place.read')}
        </Button>
      </form>
      {asked === '' ? <p className="cb-faint">{t('place.addressHint')}</p> : <Outcome query={reading}>{(address) => <Parts address={address} />}</Outcome>}
    </>
  );
}

function Parts({ address }: { address: Address }) {
  const { t } = useLanguage();
  return (
    <dl className="cb-facts">
      <div>
        <dt>{t('place.division')}</dt>
        <dd>
          {address.division ? <code>{address.division.code}</code> : null} {address.path} {t(`place.where.${address.where}`)}
        </dd>
      </div>
      {PARTS.filter((part) => address[part] !== '').map((part) => (
        <div key={part}>
          <dt>{t(`place.part.${part}`)}</dt>
          <dd>{address[part]}</dd>
        </div>
      ))}
      <div>
        <dt>{t('place.standard')}</dt>
        <dd>{address.standard}</dd>
      </div>
    </dl>
  );
}
