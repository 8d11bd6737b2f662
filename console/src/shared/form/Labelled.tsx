import type { ReactNode } from 'react';

type Props = { id: string; label: ReactNode; help?: ReactNode; mistake?: string; required?: boolean; children: ReactNode };

/** Label above, help and mistake under, as every form has it. */
export function Labelled({ id, label, help, mistake, required, children }: Props) {
  return (
    <div className="cb-field">
      <label htmlFor={id}>
        {label} {required ? <span className="cb-required" aria-hidden>*</span> : null}
      </label>
      {children}
      {mistake ? <p className="cb-mistake" id={`${id}-mistake`} role="alert">{mistake}</p> : null}
      {help ? <p className="cb-help">{help}</p> : null}
    </div>
  );
}
