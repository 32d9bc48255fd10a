const HUES = ['#6739b7', '#a8324a', '#0b6b6b', '#8a4b00', '#2f5fae', '#3f6b1d', '#8a2f8a'];

export function Avatar({ name, size = 'size-11' }: { name: string; size?: string }) {
  const letters = name
    .split(/[\s._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
  const hue = HUES[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES.length];
  return (
    <span
      aria-hidden
      style={{ backgroundColor: hue }}
      className={`grid ${size} shrink-0 place-items-center rounded-full text-sm font-bold text-white`}
    >
      {letters || '?'}
    </span>
  );
}
