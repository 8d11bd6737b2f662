import type { ReactNode } from 'react';

type Props = { title?: ReactNode; extra?: ReactNode; className?: string; children: ReactNode };

export function Panel({ title, extra, className = '', children }: Props) {
  return (
    <section className={`cb-panel ${className}`}>
      {title || extra ? (
        <header>
          <h2>{title}</h2>
          {extra ? <div className="cb-panel-extra">{extra}</div> : null}
        </header>
      ) : null}
      <div className="cb-panel-body">{children}</div>
    </section>
  );
}
