import encodeQR from 'qr';
import { useMemo } from 'react';

/** Always dark on white, whatever the theme: scanners expect it. */
export function QrCode({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const { path, size } = useMemo(() => {
    const cells = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
    const squares = cells.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: squares.join(''), size: cells.length };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`rounded-2xl bg-white ${className}`}
    >
      <path d={path} fill="#1d1433" />
    </svg>
  );
}
