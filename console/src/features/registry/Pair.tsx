import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { doubt, rule } from '../../api/registry';
import type { Explained } from '../../api/registry';
import { useLanguage } from '../../i18n';
import { ResourceLink } from '../../shared/ResourceLink';
import { failureText } from '../../shared/page/Failure';
import { Outcome } from '../../shared/page/Outcome';
import { ReceiptLink } from '../../shared/ReceiptLink';
import type { Ground } from './ground';
import { Waterfall } from './Waterfall';

/** One doubtful pair: the weights of each field, and a ruling with its reason. */
export function Pair({ id, ground, onDone }: { id: number; ground: Ground; onDone: () => void }) {
  const query = useQuery({ queryKey: ['doubt', id, ground.purpose, ground.legalBasis], queryFn: () => doubt(id, ground.purpose, ground.legalBasis) });
  return <Outcome query={query}>{(found) => <Ruling found={found} onDone={onDone} />}</Outcome>;
}

function Ruling({ found, onDone }: { found: Explained; onDone: () => void }) {
  const { t, word } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const ruling = useMutation({
    mutationFn: (same: boolean) => rule(found.doubt.id, same, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
  const path = (entity: string) => (found.doubt.kind === 'firm' ? '/firms/' : '/registry/persons/') + encodeURIComponent(entity);
  return (
    <>
      <p>{word('doubt', found.doubt.cause)}</p>
      <ul className="cb-sides">
        {[found.doubt.left, found.doubt.right].map((side) => (
          <li key={side.record}>
            <Link to={path(side.entity)}>{side.maskedName || side.entity}</Link> · <ResourceLink id={side.resource} /> · <ReceiptLink receipt={side.receipt} />
          </li>
        ))}
      </ul>
      {found.steps.length ? <Waterfall found={found} /> : <p className="cb-faint">{t('steward.notLearnt')}</p>}
      {ruling.error ? <Alert type="error" showIcon title={failureText(ruling.error, t)} /> : null}
      <label className="cb-field">
        {t('registry.reason')} <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Space wrap>
        <Button type="primary" disabled={!reason.trim()} loading={ruling.isPending} onClick={() => ruling.mutate(true)}>
          {t('steward.same')}
        </Button>
        <Button disabled={!reason.trim()} loading={ruling.isPending} onClick={() => ruling.mutate(false)}>
          {t('steward.apart')}
        </Button>
      </Space>
      <p className="cb-faint">{t('steward.undoHint')}</p>
    </>
  );
}
