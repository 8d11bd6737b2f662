import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n';
import { useSourceDrawer } from '../../shared/figure/sourceParam';
import { formatTime } from '../../shared/format';

type Props = { title: string; source: string; asOf?: string; to?: string; grow?: boolean; note?: string; children: ReactNode };

/** A block names its source and leads there. */
export function Block({ title, source, asOf, to, grow, note, children }: Props) {
  const { t, lang } = useLanguage();
  const openSource = useSourceDrawer();
  return (
    <section className={grow ? 'cb-block cb-block-grow' : 'cb-block'}>
      <h2>{to ? <Link to={to}>{title}</Link> : title}</h2>
      <div className="cb-block-body">{children}</div>
      <footer>
        <button type="button" data-testid="block-source" data-source={source} onClick={() => openSource(source)}>
          {t('wall.source')} {source}
        </button>
        <span>
          {note} {asOf ? formatTime(asOf, lang, 'second') : ''}
        </span>
      </footer>
    </section>
  );
}
