import type { ReactNode } from 'react';

/** What both drawings of a transaction share: a frame that scrolls by keyboard, lanes, words on lines, the decision. */
export function LaneFrame({
  label,
  alt,
  width,
  height,
  least,
  grow,
  children,
}: {
  label: string;
  alt: string;
  width: number;
  height: number;
  least: number;
  grow: number;
  children: ReactNode;
}) {
  return (
    <div role="group" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-xl">
      <svg
        role="img"
        aria-label={alt}
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: Math.min(width, least), width: '100%', maxWidth: width * grow }}
        className="mx-auto block"
      >
        {children}
      </svg>
    </div>
  );
}

export function Lane({
  x,
  top,
  bottom,
  name,
  lines,
}: {
  x: number;
  top: number;
  bottom: number;
  name: string;
  lines: string[];
}) {
  return (
    <>
      <line x1={x} y1={top} x2={x} y2={bottom} stroke="var(--line)" strokeWidth={2} />
      <text x={x} y={22} textAnchor="middle" fontSize={13} fontWeight={700} fill="var(--ink)">
        {name}
      </text>
      {lines.map((line, row) => (
        <text key={line} x={x} y={38 + row * 13} textAnchor="middle" fontSize={10} fill="var(--muted)">
          {line}
        </text>
      ))}
    </>
  );
}

/** Words that stay readable on a line, because they have a rim of the ground's colour. */
export function Words({
  x,
  y,
  size,
  weight = 700,
  fill = 'var(--ink)',
  rim = 4,
  children,
}: {
  x: number;
  y: number;
  size: number;
  weight?: number;
  fill?: string;
  rim?: number;
  children: ReactNode;
}) {
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      fontSize={size}
      fontWeight={weight}
      fill={fill}
      stroke="var(--card)"
      strokeWidth={rim}
      paintOrder="stroke"
    >
      {children}
    </text>
  );
}

export function DecisionLine({ y, width, words }: { y: number; width: number; words: string }) {
  return (
    <>
      <line x1={6} y1={y} x2={width - 6} y2={y} stroke="var(--brand)" strokeWidth={5} strokeLinecap="round" />
      <Words x={width / 2} y={y + 17} size={11.5} fill="var(--brand)" rim={5}>
        {words}
      </Words>
    </>
  );
}
