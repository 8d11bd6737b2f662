import { useQuery } from '@tanstack/react-query';
import { Drawer, Typography } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { source as readSource } from '../../api/sources';
import type { Source } from '../../api/sources';
import type { ReceiptLink } from '../../api/types';
import { useLanguage } from '../../i18n';
import { shortDigest } from '../format';
import { ErrorFence } from '../page/ErrorFence';
import { Outcome } from '../page/Outcome';
import { Time } from '../time/Time';
import { useResources } from '../useResources';
import { Sentence } from './Sentence';
import { RowsTable } from './RowsTable';
import { SOURCE_PARAM, useSourceDrawer } from './sourceParam';

const batchPath = (r: ReceiptLink) => `/exchange/${encodeURIComponent(r.resource)}?batch=${r.lane}/${r.sequence}${r.row == null || r.row < 0 ? '' : `/${r.row}`}`;

/** Where a figure came from: definition, query, rows, batches. One for the whole console. */
export function SourceDrawer() {
  const [params] = useSearchParams();
  const close = useSourceDrawer();
  const { t } = useLanguage();
  const id = params.get(SOURCE_PARAM);
  const query = useQuery({ queryKey: ['source', id], queryFn: ({ signal }) => readSource(id ?? '', signal), enabled: !!id });
  return (
    <Drawer open={!!id} onClose={() => close(null)} title={t('source.title')} size={640} rootClassName="cb-source" destroyOnHidden>
      <div data-testid="source-drawer">
        <ErrorFence place={id ?? ''}>
          <Outcome query={query}>{(found) => <SourceBody found={found} id={id ?? ''} />}</Outcome>
        </ErrorFence>
        <p className="cb-faint cb-break">
          {t('source.id')} <code>{id}</code>
        </p>
      </div>
    </Drawer>
  );
}

function SourceBody({ found, id }: { found: Source; id: string }) {
  const { t } = useLanguage();
  const nameOf = useResources();
  const receipts = found.receipts ?? [];
  return (
    <div className="cb-stack">
      <section>
        <h3>{t('source.definition')}</h3>
        <p>
          <Sentence text={found.definition} source={id} />
        </p>
        {found.asOf ? (
          <p className="cb-faint">
            <Time at={found.asOf} precision="second" />
          </p>
        ) : null}
      </section>
      {found.query ? (
        <section>
          <h3>{t('source.query')}</h3>
          <Typography.Paragraph copyable={{ text: found.query }} className="cb-code">
            {found.query}
          </Typography.Paragraph>
        </section>
      ) : null}
      <section>
        <h3>{t('source.rows')}</h3>
        <p className="cb-faint">{t('source.rowsNote', { n: found.rowCount ?? found.rows?.length ?? 0 })}</p>
        {found.rows?.length ? <RowsTable rows={found.rows} /> : <p>{t('source.noRows')}</p>}
      </section>
      {receipts.length ? (
        <section>
          <h3>{t('source.receipts')}</h3>
          <ul className="cb-receipts">
            {receipts.map((receipt, index) => (
              <li key={index}>
                <Link to={batchPath(receipt)} title={receipt.resource}>
                  {nameOf(receipt.resource)} {receipt.lane}/{receipt.sequence}
                </Link>
                {receipt.row == null || receipt.row < 0 ? null : <span className="cb-faint"> {t('source.row', { row: receipt.row })}</span>}
                {receipt.root ? <code title={receipt.root}>{shortDigest(receipt.root)}</code> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <SourceLinks links={found.links ?? []} />
    </div>
  );
}

function SourceLinks({ links }: { links: NonNullable<Source['links']> }) {
  const { t, pick, word } = useLanguage();
  if (!links.length) return null;
  return (
    <section>
      <h3>{t('source.links')}</h3>
      <ul className="cb-receipts">
        {links.map((link) => (
          <li key={link.rel + link.href}>{link.href.startsWith('/api/') ? <a href={link.href}>{pick(link.title) || word('rel', link.rel)}</a> : <Link to={link.href}>{pick(link.title) || word('rel', link.rel)}</Link>}</li>
        ))}
      </ul>
    </section>
  );
}
