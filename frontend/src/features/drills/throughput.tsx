import { useTranslation } from 'react-i18next';
import { meter, meterTick } from '@/lib/meter';
import { useStore } from '@/lib/store';
import { duration } from '@/lib/time';
import { most, reportedCurve, silentMs, watchedCurve, type Curve } from './curve';
import type { Drill } from './drill';

const WIDTH = 640;
const HEIGHT = 130;
const FLOOR = HEIGHT - 8;

/** Payments per second around the drill: from its report, or from the event stream while it has none. */
export function Throughput({ drill }: { drill: Drill }) {
  const { t } = useTranslation();
  useStore(meterTick);
  const curve = reportedCurve(drill) ?? watchedCurve(drill, meter);
  if (!curve || most(curve) <= 0) return <p className="mt-5 text-xs text-muted">{t('drills.noCurve')}</p>;
  const top = most(curve).toLocaleString('en-IN', { maximumFractionDigits: 1 });
  return (
    <figure className="mt-5">
      <figcaption className="mb-1 text-sm font-semibold">{t('drills.curve', { most: top })}</figcaption>
      <svg
        role="img"
        aria-label={t('drills.curveAlt', { most: top, time: duration(silentMs(curve)) })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-32 w-full rounded-xl bg-sunken"
      >
        <Steps drill={drill} curve={curve} />
        <Line curve={curve} />
      </svg>
      <Scale curve={curve} />
    </figure>
  );
}

const length = (curve: Curve) => Math.max(1, curve.acknowledged.length) * curve.everyMs;

/** Where a moment after the fault lies, from 0 to 1. */
const share = (curve: Curve, ms: number) => Math.min(1, Math.max(0, (ms - curve.fromMs) / length(curve)));

function Steps({ drill, curve }: { drill: Drill; curve: Curve }) {
  return drill.timeline.map((entry) => {
    const x = share(curve, entry.after_ms) * WIDTH;
    return (
      <line
        key={entry.what + entry.after_ms}
        x1={x}
        x2={x}
        y1={4}
        y2={HEIGHT - 4}
        vectorEffect="non-scaling-stroke"
        stroke={entry.what === 'FAULT' ? 'var(--bad)' : 'var(--muted)'}
        strokeDasharray={entry.what === 'FAULT' ? '' : '3 4'}
      />
    );
  });
}

/** A span's rate is drawn over its whole length: nothing is known of how it was within. */
function Line({ curve }: { curve: Curve }) {
  const wide = WIDTH / Math.max(1, curve.acknowledged.length);
  const y = (rate: number) => FLOOR - (rate / most(curve)) * (HEIGHT - 24);
  const path = curve.acknowledged
    .map((rate, index) => `${index ? 'V' : `M0 `}${y(rate).toFixed(1)}H${((index + 1) * wide).toFixed(1)}`)
    .join('');
  return (
    <>
      <path d={`${path}V${FLOOR}H0z`} fill="var(--brand)" opacity={0.16} />
      <path d={path} fill="none" stroke="var(--brand)" strokeWidth={2} vectorEffect="non-scaling-stroke" />
      {curve.declined.map((rate, index) =>
        rate ? (
          <rect key={index} x={index * wide} width={wide} y={y(rate)} height={FLOOR - y(rate)} fill="var(--bad)" />
        ) : null,
      )}
    </>
  );
}

/** Seconds after the fault, under the drawing. */
function Scale({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  const fault = share(curve, 0);
  const end = curve.fromMs + length(curve);
  return (
    <div aria-hidden className="tabular relative mt-1 h-4 text-xs text-muted">
      {fault > 0.12 && <span className="absolute left-0">{`−${duration(-curve.fromMs)}`}</span>}
      <span className="absolute font-semibold text-bad" style={{ left: `${fault * 100}%` }}>
        {t('drills.step.FAULT')}
      </span>
      <span className="absolute right-0">{`+${duration(end)}`}</span>
    </div>
  );
}
