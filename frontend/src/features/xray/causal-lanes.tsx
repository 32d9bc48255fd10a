import { useTranslation } from 'react-i18next';
import { DecisionLine, Lane, LaneFrame, Words } from './lanes';
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
    <LaneFrame
      label={t('xray.messages')}
      alt={t('xray.messagesAlt')}
      width={width}
      height={height}
      least={640}
      grow={1.15}
    >
      <defs>
        <marker id="arrived" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6.5" markerHeight="6.5" orient="auto">
          <path d="M0 0L8 4L0 8z" fill="var(--brand)" />
        </marker>
      </defs>
      {lanes.map(({ key, service, nodes }, lane) => (
        <Lane
          key={key}
          x={GUTTER + (lane + 0.5) * LANE}
          top={HEAD}
          bottom={height - 8}
          name={t(`xray.service.${service as 'gateway'}`, { defaultValue: service })}
          lines={[nodes.join(' → ')]}
        />
      ))}
      {arrows.map(({ sent, received }) => (
        <g key={sent} opacity={dim(received ?? sent)}>
          <Message x1={x(sent)} y1={y(sent)} x2={received === null ? null : x(received)} y2={y(received ?? sent)} />
        </g>
      ))}
      {decision >= 0 && (
        <g opacity={decision < shown ? 1 : 0.25}>
          <DecisionLine
            y={y(decision) + 22}
            width={width}
            words={t(steps[decision]?.detail === 'ABORT' ? 'xray.abortLine' : 'xray.decisionLine')}
          />
        </g>
      )}
      {steps.map((step, row) => (
        <g key={row} opacity={dim(row)}>
          <Mark step={step} x={x(row)} y={y(row)} />
        </g>
      ))}
    </LaneFrame>
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
      <Words x={x} y={y - 10} size={10.5} weight={done ? 700 : 500} fill={done ? 'var(--ink)' : 'var(--muted)'}>
        {words}
      </Words>
    </>
  );
}
