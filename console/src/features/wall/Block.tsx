import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n';
import { useSourceDrawer } from '../../shared/figure/sourceParam';
import { formatTime } from '../../shared/format';

type Props = { title: string; source: string; asOf?: string; to?: string; grow?: boolean; note?: string; /** Which clock the times inside are of. */ clock?: 'city' | 'machine'; children: ReactNode };

/** A block names its source and leads there, and says which clock its times are of; it was itself computed on the machine's. */
export function Block({ title, source, asOf, to, grow, note, clock, children }: Props) {
  const { t, lang } = useLanguage();
  const openSource = useSourceDrawer();
  return (
    <section className={grow ? 'cb-block cb-block-grow' : 'cb-block'}>
      <h2>
        {to ? <Link to={to}>{title}</Link> : title}
        {clock ? <small>{t(`app.${clock}Time`)}</small> : null}
      </h2>
      <div className="cb-block-body">{children}</div>
      <footer>
        <button type="button" data-testid="block-source" data-source={source} onClick={() => openSource(source)}>
          {t('wall.source')} {source}
        </button>
        <span>
          {note} {asOf ? t('app.machineTime') + ' ' + formatTime(asOf, lang, 'second') : ''}
        </span>
      </footer>
    </section>
  );
}
