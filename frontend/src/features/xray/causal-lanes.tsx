import { useTranslation } from 'react-i18next';
import type { Drawing, LogStep } from './causal';

const GUTTER = 18;
const LANE = 132;
const ROW = 30;
const HEAD = 62;
const FENCE = 34;
const BAD = /REFUSED|RELEASE|ABORT| no /;

/** The messages between gateway, API and slices, causes above their effects. The table below it has the same rows. */
export function CausalLanes({ steps, drawing, shown }: { steps: LogStep[]; drawing: Drawing; shown: number }) {
  const { t } = useTranslation();
  const { lanes, laneOf, arrows, decision } = drawing;
  const width = GUTTER * 2 + lanes.length * LANE;
  const x = (row: number) => GUTTER + ((laneOf[row] ?? 0) + 0.5) * LANE;
  const y = (row: number) => HEAD + 26 + row * ROW + (decision >= 0 && row > decision ? FENCE : 0);
  const height = y(steps.length) + (decision === steps.length - 1 ? FENCE : 0);
  const dim = (row: number) => (row < shown ? 1 : 0.14);
  return (
    <div role="group" aria-label={t('xray.messages')} tabIndex={0} className="overflow-x-auto rounded-xl">
      <svg
        role="img"
        aria-label={t('xray.messagesAlt')}
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: Math.min(width, 640), width: '100%', maxWidth: width * 1.15 }}
        className="mx-auto block"
      >
        <defs>
          <marker id="arrived" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6.5" markerHeight="6.5" orient="auto">
            <path d="M0 0L8 4L0 8z" fill="var(--brand)" />
          </marker>
        </defs>
        {lanes.map(({ key, service, nodes }, lane) => {
          const middle = GUTTER + (lane + 0.5) * LANE;
          return (
            <g key={key}>
              <line x1={middle} y1={HEAD} x2={middle} y2={height - 8} stroke="var(--line)" strokeWidth={2} />
              <text x={middle} y={22} textAnchor="middle" fontSize={13} fontWeight={700} fill="var(--ink)">
                {t(`xray.service.${service as 'gateway'}`, { defaultValue: service })}
              </text>
              <text x={middle} y={38} textAnchor="middle" fontSize={10} fill="var(--muted)">
                {nodes.join(' → ')}
              </text>
            </g>
          );
        })}
        {arrows.map(({ sent, received }) => (
          <g key={sent} opacity={dim(received ?? sent)}>
            <Message x1={x(sent)} y1={y(sent)} x2={received === null ? null : x(received)} y2={y(received ?? sent)} />
          </g>
        ))}
        {decision >= 0 && (
          <g opacity={decision < shown ? 1 : 0.25}>
            <line
              x1={6}
              y1={y(decision) + 22}
              x2={width - 6}
              y2={y(decision) + 22}
              stroke="var(--brand)"
              strokeWidth={5}
              strokeLinecap="round"
            />
            <text
              x={width / 2}
              y={y(decision) + 40}
              textAnchor="middle"
              fontSize={11.5}
              fontWeight={700}
              fill="var(--brand)"
              stroke="var(--card)"
              strokeWidth={5}
              paintOrder="stroke"
            >
              {t(steps[decision]?.detail === 'ABORT' ? 'xray.abortLine' : 'xray.decisionLine')}
            </text>
          </g>
        )}
        {steps.map((step, row) => (
          <g key={row} opacity={dim(row)}>
            <Mark step={step} x={x(row)} y={y(row)} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Message({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number | null; y2: number }) {
  const look = { stroke: 'var(--brand)', strokeWidth: 1.5 };
  // Sent, and nobody is known to have received it: it may be under way, or lost.
  if (x2 === null) return <line x1={x1} y1={y1} x2={x1 + 34} y2={y1 + 14} {...look} strokeDasharray="3 4" />;
  if (x1 === x2)
    return (
      <path d={`M${x1} ${y1}q26 ${(y2 - y1) / 2} 6 ${y2 - y1 - 3}`} fill="none" {...look} markerEnd="url(#arrived)" />
    );
  const side = x2 > x1 ? 1 : -1;
  return <line x1={x1 + 5 * side} y1={y1} x2={x2 - 8 * side} y2={y2} {...look} markerEnd="url(#arrived)" />;
}

function Mark({ step, x, y }: { step: LogStep; x: number; y: number }) {
  const { t } = useTranslation();
  const words = [t(`xray.step.${step.step as 'PREPARE'}`, { defaultValue: step.step }), step.detail]
    .filter(Boolean)
    .join(' · ');
  const bad = BAD.test(`${step.step} ${step.detail ?? ''} `);
  if (step.event === 'RECEIVED')
    return <circle cx={x} cy={y} r={4} fill="var(--card)" stroke="var(--brand)" strokeWidth={2} />;
  const done = step.event === 'DONE';
  return (
    <>
      {done ? (
        <circle cx={x} cy={y} r={7} fill={bad ? 'var(--bad)' : 'var(--ok)'} stroke="var(--card)" strokeWidth={2} />
      ) : (
        <circle cx={x} cy={y} r={4} fill="var(--brand)" />
      )}
      <text
        x={x}
        y={y - 10}
        textAnchor="middle"
        fontSize={10.5}
        fontWeight={done ? 700 : 500}
        fill={done ? 'var(--ink)' : 'var(--muted)'}
        stroke="var(--card)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {words}
      </text>
    </>
  );
}
