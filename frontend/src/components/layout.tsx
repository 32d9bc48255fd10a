import { useEffect, type ReactNode } from 'react';

/** One screen: its heading is the page's title. */
export function Page({
  title,
  intro,
  actions,
  wide = false,
  children,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · PhonePay`;
  }, [title]);
  return (
    <div className={`mx-auto w-full ${wide ? 'max-w-7xl' : 'max-w-3xl'} animate-rise`}>
      <header className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 tabIndex={-1} className="text-2xl font-bold tracking-tight outline-none sm:text-[1.75rem]">
            {title}
          </h1>
          {intro && <p className="mt-1 max-w-prose text-sm text-muted">{intro}</p>}
        </div>
        {actions && <div className="screen-only flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Card({
  title,
  actions,
  className = '',
  children,
}: {
  title?: string;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`min-w-0 rounded-2xl border border-line bg-card p-4 shadow-card sm:p-5 ${className}`}>
      {(title || actions) && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          {title && <h2 className="text-base font-semibold">{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

export function Empty({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      {icon && (
        <span aria-hidden className="grid size-14 place-items-center rounded-2xl bg-soft text-brand">
          {icon}
        </span>
      )}
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-sm text-muted">{children}</div>}
    </div>
  );
}

export function Skeleton({ className = '' }: { className?: string }) {
  return <div aria-hidden className={`animate-pulse rounded-xl bg-sunken ${className}`} />;
}

/** Rows that stand where the list will be, so that nothing jumps when it comes. */
export function SkeletonRows({ count = 4 }: { count?: number }) {
  return (
    <div className="flex flex-col gap-3">
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  );
}
