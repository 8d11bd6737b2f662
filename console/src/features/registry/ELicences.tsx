import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, QRCode, Tag } from 'antd';
import { useState } from 'react';
import { eLicences, issueLicence, revokeLicence, signedLicence } from '../../api/licences';
import type { ELicence } from '../../api/licences';
import { useLanguage } from '../../i18n';
import { failureText } from '../../shared/page/Failure';
import { Nothing } from '../../shared/page/Nothing';
import { Outcome } from '../../shared/page/Outcome';
import { Time } from '../../shared/time/Time';
import { useAccounts } from '../../shared/useAccounts';
import { useMe } from '../../shared/useMe';
import { LICENCE_COLOURS } from '../../shared/licenceColours';
import { GroundGate } from './GroundGate';
import type { Ground } from './ground';

/** What the QR code holds: the page that checks, with identifier and check code. */
const checkAddress = (identifier: string, code: string) => location.origin + '/check?id=' + encodeURIComponent(identifier) + '&code=' + encodeURIComponent(code);

/** The signed e-licences of a department's record, newest first: issue, hand over, revoke. */
export function ELicences({ paper, issuable }: { paper: string; issuable: boolean }) {
  const { t } = useLanguage();
  const may = useMe().data?.authorities.includes('licence.issue');
  const query = useQuery({ queryKey: ['e-licences', paper], queryFn: () => eLicences(paper) });
  return (
    <Outcome query={query}>
      {(list) => (
        <>
          {list.length ? null : <Nothing text={t('elicence.none')} />}
          {list.map((one) => (
            <One key={one.identifier} licence={one} may={!!may} />
          ))}
          {may && issuable && list[0]?.state !== 'VALID' ? <GroundGate>{(ground) => <Issue paper={paper} ground={ground} again={list.length > 0} />}</GroundGate> : null}
        </>
      )}
    </Outcome>
  );
}

function Issue({ paper, ground, again }: { paper: string; ground: Ground; again: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const issue = useMutation({ mutationFn: () => issueLicence(paper, ground), onSuccess: () => client.invalidateQueries({ queryKey: ['e-licences', paper] }) });
  return (
    <>
      {issue.error ? <Alert type="error" showIcon title={failureText(issue.error, t)} /> : null}
      <p>
        <Button type="primary" loading={issue.isPending} onClick={() => issue.mutate()}>
          {t(again ? 'elicence.again' : 'elicence.issue')}
        </Button>{' '}
        <span className="cb-faint">{t('elicence.issueHelp')}</span>
      </p>
    </>
  );
}

function One({ licence, may }: { licence: ELicence; may: boolean }) {
  const who = useAccounts();
  const { t, word } = useLanguage();
  const [revoking, setRevoking] = useState(false);
  const over = licence.state === 'REVOKED';
  return (
    <section className="cb-elicence">
      {over ? null : <QRCode value={checkAddress(licence.identifier, licence.checkCode)} size={132} bordered={false} aria-label={t('elicence.qr')} />}
      <div>
        <p>
          <Tag color={LICENCE_COLOURS[licence.state]}>{word('elicence', licence.state)}</Tag> {t('elicence.version', { version: String(licence.version) })}
        </p>
        <p>
          <code className="cb-wrap">{licence.identifier}</code>
        </p>
        <p>
          {t('elicence.checkCode')} <code>{licence.checkCode}</code>
        </p>
        <p className="cb-faint">
          <Time at={licence.issuedAt} precision="second" /> · {who(licence.issuedBy)}
        </p>
        {licence.revokedAt ? (
          <p>
            <Time at={licence.revokedAt} precision="second" /> · {licence.revokedReason}
          </p>
        ) : null}
        {may && !over ? (
          <p className="cb-buttons">
            <GroundGate>{(ground) => <Take licence={licence} ground={ground} />}</GroundGate>{' '}
            <Button size="small" danger onClick={() => setRevoking(true)}>
              {t('elicence.revoke')}
            </Button>
          </p>
        ) : null}
      </div>
      {revoking ? <Revoke licence={licence} onClose={() => setRevoking(false)} /> : null}
    </section>
  );
}

/** The signed file as its holder keeps it; who takes it is told to the holder's ledger. */
function Take({ licence, ground }: { licence: ELicence; ground: Ground }) {
  const { t } = useLanguage();
  const take = useMutation({
    mutationFn: () => signedLicence(licence.identifier, ground),
    onSuccess: (signed) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(signed, null, 2)], { type: 'application/json' }));
      link.download = licence.identifier + '.json';
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  return (
    <>
      {take.error ? <Alert type="error" showIcon title={failureText(take.error, t)} /> : null}
      <Button size="small" loading={take.isPending} onClick={() => take.mutate()}>
        {t('elicence.take')}
      </Button>
    </>
  );
}

function Revoke({ licence, onClose }: { licence: ELicence; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const revoke = useMutation({
    mutationFn: () => revokeLicence(licence.identifier, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['e-licences', licence.paper] });
      onClose();
    },
  });
  return (
    <Modal open title={t('elicence.revoke')} onCancel={onClose} onOk={() => revoke.mutate()} okText={t('registry.confirm')} cancelText={t('registry.cancel')} okButtonProps={{ disabled: !reason.trim(), loading: revoke.isPending, danger: true }}>
      <p>{t('elicence.revokeHelp')}</p>
      {revoke.error ? <Alert type="error" showIcon title={failureText(revoke.error, t)} /> : null}
      <label className="cb-field">
        {t('registry.reason')} <Input.TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </Modal>
  );
}
