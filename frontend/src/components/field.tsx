import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';

const BOX = 'min-h-11 w-full rounded-xl border bg-card px-3 text-base text-ink placeholder:text-muted';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'prefix'> {
  label: string;
  hint?: ReactNode;
  error?: string;
  prefix?: ReactNode;
  trailing?: ReactNode;
}

export function Field({ label, hint, error, prefix, trailing, className = '', ...rest }: Props) {
  const id = useId();
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative flex items-center gap-2">
        {prefix && (
          <span aria-hidden className="pointer-events-none absolute left-3 text-muted">
            {prefix}
          </span>
        )}
        <input
          id={id}
          {...rest}
          aria-invalid={error ? true : undefined}
          aria-describedby={notes || undefined}
          className={`${BOX} ${error ? 'border-bad' : 'border-edge'} ${prefix ? 'pl-9' : ''}`}
        />
        {trailing}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="mt-1 text-xs text-muted">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

export function Select({
  label,
  children,
  className = '',
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { label: string }) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <select id={id} {...rest} className={`${BOX} border-edge`}>
        {children}
      </select>
    </div>
  );
}
