import type { ReactNode } from 'react';

/** A table that scrolls sideways on a narrow screen, also by keyboard. */
export function Table({ label, heads, children }: { label: string; heads: string[]; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className="relative -mx-1 overflow-x-auto px-1">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-left text-xs text-muted">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-4 font-medium whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:border-t [&>tr]:border-line [&>tr>*]:py-2 [&>tr>*]:pr-4 [&>tr>*]:align-top">
          {children}
        </tbody>
      </table>
    </div>
  );
}
