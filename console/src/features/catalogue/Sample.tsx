import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { sample } from '../../api/catalogue';
import { useLanguage } from '../../i18n';
import { RowsTable } from '../../shared/figure/RowsTable';
import { Outcome } from '../../shared/page/Outcome';

/** A few masked rows. Looking is recorded with the purpose that the reader states. */
export function Sample({ id }: { id: string }) {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [purpose, setPurpose] = useState('');
  const query = useQuery({ queryKey: ['resource-sample', id, purpose], queryFn: () => sample(id, purpose), enabled: !!purpose });
  return (
    <div className="cb-stack">
      <form
        className="cb-inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          setPurpose(text.trim());
        }}
      >
        <Input value={text} onChange={(event) => setText(event.target.value)} placeholder={t('catalogue.samplePurpose')} aria-label={t('common.purpose')} />
        <Button type="primary" htmlType="submit" disabled={!text.trim()}>
          {t('catalogue.look')}
        </Button>
      </form>
      <p className="cb-faint">{t('catalogue.sampleNote')}</p>
      {purpose ? (
        <Outcome query={query} isEmpty={(rows) => !rows.length} emptyText={t('source.noRows')}>
          {(rows) => <RowsTable rows={rows} />}
        </Outcome>
      ) : null}
    </div>
  );
}
