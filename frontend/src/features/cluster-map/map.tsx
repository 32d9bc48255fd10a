import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/lib/api/operate';
import type { Seen } from './crown';

const WIDE = 760;
// On a phone the ring is narrow, so that what stands in the nodes can be read.
const NARROW = 400;
const MOST_NARROW = 4;
const HEIGHT = 500;
const KINDS = ['transactions', 'wallets', 'fraud', 'directory'] as const;
export const COLOR: Record<string, string> = {
  transactions: 'var(--brand)',
  wallets: 'var(--ok)',
  fraud: 'var(--warn)',
  directory: 'var(--muted)',
};

interface Props {
  seen: Seen[];
  members: Member[];
  crown: string | null;
  talkingTo: number | null;
}

/** The ring. Everything on it is in the table below as well. */
export function Map({ seen, members, crown, talkingTo }: Props) {
  const { t } = useTranslation();
  const width = useNarrow() && seen.length <= MOST_NARROW ? NARROW : WIDE;
  const places = new globalThis.Map(seen.map(({ node }, index) => [node, place(index, seen.length, width)]));
  const king = crown ? places.get(crown) : undefined;
  return (
    <svg
      role="img"
      aria-label={t('cluster.mapAlt')}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="mx-auto block w-full max-w-3xl"
    >
      <ellipse
        cx={width / 2}
        cy={HEIGHT / 2 + 12}
        rx={radius(width)}
        ry={HEIGHT * 0.31}
        fill="none"
        stroke="var(--line)"
        strokeWidth={2}
        strokeDasharray="3 7"
      />
      {seen.map(({ node, gatewayPort }) => {
        const at = places.get(node);
        const member = members.find((one) => one.node === node);
        return at ? (
          <NodeMark key={node} node={node} x={at.x} y={at.y} member={member} talking={gatewayPort === talkingTo} />
        ) : null;
      })}
      {king && (
        <g
          style={{ transform: `translate(${king.x}px, ${king.y - 104}px)` }}
          className="transition-transform duration-1000 ease-in-out"
        >
          <path
            d="M-20 10L-24-11L-10-1L0-17L10-1L24-11L20 10z"
            fill="#ffd166"
            stroke="#8a5a00"
            strokeWidth={1.6}
            strokeLinejoin="round"
          />
          <circle cx={0} cy={-18} r={3} fill="#8a5a00" />
        </g>
      )}
    </svg>
  );
}

const radius = (width: number) => (width === WIDE ? width * 0.33 : 104);

function useNarrow(): boolean {
  const query = window.matchMedia('(max-width: 40rem)');
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

function place(index: number, count: number, width: number): { x: number; y: number } {
  const angle = -Math.PI / 2 + (index / count) * 2 * Math.PI;
  return { x: width / 2 + Math.cos(angle) * radius(width), y: HEIGHT / 2 + 22 + Math.sin(angle) * HEIGHT * 0.29 };
}

function NodeMark({
  node,
  x,
  y,
  member,
  talking,
}: {
  node: string;
  x: number;
  y: number;
  member: Member | undefined;
  talking: boolean;
}) {
  const { t } = useTranslation();
  const alive = member?.reachable === true && member.state === 'Up';
  const stroke = !member ? 'var(--bad)' : alive ? 'var(--brand)' : 'var(--warn)';
  const dots = member ? KINDS.flatMap((kind) => (member.slices[kind] ?? []).map((slice) => ({ kind, slice }))) : [];
  const cpu = member?.load ? Math.round(Math.max(0, Math.min(1, member.load.cpu ?? 0)) * 100) : null;
  return (
    <g style={{ transform: `translate(${x}px, ${y}px)` }} opacity={member ? 1 : 0.6}>
      {talking && <circle r={88} fill="none" stroke="var(--brand)" strokeWidth={2} strokeDasharray="4 6" />}
      <circle
        r={78}
        fill="var(--card)"
        stroke={stroke}
        strokeWidth={member ? 3 : 2}
        strokeDasharray={member ? undefined : '6 6'}
      />
      <text y={-46} textAnchor="middle" fontSize={15} fontWeight={700} fill="var(--ink)">
        {node}
      </text>
      <text
        y={-30}
        textAnchor="middle"
        fontSize={11}
        fill={alive ? 'var(--muted)' : stroke}
        fontWeight={alive ? 400 : 700}
      >
        {member
          ? alive
            ? `${cpu === null ? '' : `${cpu} % · `}${member.load?.heap_used_mb ?? '–'} MB`
            : member.reachable
              ? member.state
              : t('control.unreachable')
          : t('cluster.gone')}
      </text>
      {dots.slice(0, 48).map(({ kind, slice }, index) => {
        const columns = dots.length > 24 ? 8 : 6;
        const row = Math.floor(index / columns);
        const size = dots.length > 24 ? 13 : 17;
        const inRow = Math.min(columns, dots.length - row * columns);
        return (
          <g
            key={`${kind}-${slice}`}
            style={{ transform: `translate(${((index % columns) - (inRow - 1) / 2) * size}px, ${-10 + row * size}px)` }}
          >
            <circle r={size / 2 - 1.5} fill={COLOR[kind]} />
            <title>{`${kind}-${slice}`}</title>
          </g>
        );
      })}
      {member && (
        <text y={66} textAnchor="middle" fontSize={10} fill="var(--muted)">
          :{member.http_port}
        </text>
      )}
    </g>
  );
}
