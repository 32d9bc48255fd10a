import { useTranslation } from 'react-i18next';
import { meter, meterTick } from '@/lib/meter';
import { useStore } from '@/lib/store';
import { duration } from '@/lib/time';
import type { Drill } from './drill';

const WIDTH = 640;
const HEIGHT = 130;
const BEFORE_MS = 10_000;

/** Payments per second around the drill, as the event stream told this page. Without them there is no curve. */
export function Throughput({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  useStore(meterTick);
  const start = Date.parse(drill.started_at);
  const last = drill.ended_at
    ? Date.parse(drill.ended_at)
    : Math.max(start, ...drill.timeline.map((entry) => Date.parse(entry.at)));
  const seconds = meter.span(start - BEFORE_MS, last + 3000);
  const most = Math.max(...seconds.map((second) => second.succeeded + second.failed));
  if (most <= 0) return <p className="mt-5 text-xs text-muted">{t('drills.noCurve')}</p>;
  const x = (index: number) => (index / Math.max(1, seconds.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - 8 - (value / most) * (HEIGHT - 24);
  const line = seconds
    .map((second, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(second.succeeded).toFixed(1)}`)
    .join('');
  const zero = seconds[0]?.at ?? 0;
  const position = (at: number) => ((at / 1000 - zero) / Math.max(1, seconds.length - 1)) * WIDTH;
  const stalled = seconds.filter((second) => second.succeeded + second.failed === 0 && second.at * 1000 > start).length;
  return (
    <figure className="mt-5">
      <figcaption className="mb-1 text-sm font-semibold">{t('drills.curve', { most })}</figcaption>
      <svg
        role="img"
        aria-label={t('drills.curveAlt', { most, time: duration(stalled * 1000) })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full rounded-xl bg-sunken"
      >
        {drill.timeline.map((entry) => (
          <line
            key={entry.what + entry.after_ms}
            x1={position(Date.parse(entry.at))}
            x2={position(Date.parse(entry.at))}
            y1={4}
            y2={HEIGHT - 4}
            stroke={entry.what === 'FAULT' ? 'var(--bad)' : 'var(--muted)'}
            strokeDasharray={entry.what === 'FAULT' ? '' : '3 4'}
          />
        ))}
        <path d={`${line}L${WIDTH} ${HEIGHT - 8}L0 ${HEIGHT - 8}z`} fill="var(--brand)" opacity={0.16} />
        <path d={line} fill="none" stroke="var(--brand)" strokeWidth={2.5} strokeLinejoin="round" />
        {seconds.map((second, index) =>
          second.failed ? <circle key={second.at} cx={x(index)} cy={y(second.failed)} r={3} fill="var(--bad)" /> : null,
        )}
      </svg>
    </figure>
  );
}
