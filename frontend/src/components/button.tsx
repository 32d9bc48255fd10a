import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'primary' | 'quiet' | 'soft' | 'danger';

const BASE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 text-sm font-semibold transition-colors disabled:opacity-60 disabled:cursor-not-allowed aria-disabled:opacity-60';
const LOOKS: Record<Look, string> = {
  primary: 'bg-fill text-white hover:bg-fill-strong',
  soft: 'bg-soft text-brand hover:bg-line',
  quiet: 'border border-line bg-card text-ink hover:bg-sunken',
  danger: 'border border-bad/40 bg-bad-soft text-bad hover:border-bad',
};

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  busy?: boolean;
}

/** A busy button does nothing and keeps the focus; a disabled one would lose it. */
export function Button({ look = 'primary', busy = false, className = '', children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${BASE} ${LOOKS[look]} ${className}`}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export function ButtonLink({
  look = 'primary',
  className = '',
  children,
  ...rest
}: LinkProps & { look?: Look; className?: string; children: ReactNode }) {
  return (
    <Link {...rest} className={`${BASE} ${LOOKS[look]} ${className}`}>
      {children}
    </Link>
  );
}

export function Spinner() {
  return <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent" />;
}
