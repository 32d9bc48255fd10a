import { useTranslation } from 'react-i18next';
import { duration } from '@/lib/time';
import { DecisionLine, Lane, LaneFrame, Words } from './lanes';
import type { Lane as LaneName, Moment, Story } from './story';

const GUTTER = 74;
const LANE = 118;
const ROW = 54;
const HEAD = 64;

/** The lanes from left to right, time downwards. The table below it says the same in words. */
export function SwimLanes({ story, shown }: { story: Story; shown: number }) {
  const { t } = useTranslation();
  const width = GUTTER + story.lanes.length * LANE;
  const gap = (index: number) => (story.decision >= 0 && index > story.decision ? 46 : 0);
  const y = (index: number) => HEAD + 28 + index * ROW + gap(index);
  const height = y(story.moments.length - 1) + 36 + (story.decision === story.moments.length - 1 ? 46 : 0);
  const x = (lane: LaneName) => GUTTER + story.lanes.findIndex((other) => other.lane === lane) * LANE + LANE / 2;
  const indexOf = new Map(story.moments.map((moment, index) => [moment.key, index]));
  const reached = story.decision >= 0 && shown > story.decision;
  return (
    <LaneFrame label={t('xray.lanes')} alt={t('xray.lanesAlt')} width={width} height={height} least={560} grow={1.25}>
      <defs>
        <marker
          id="tip"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8z" fill="var(--muted)" />
        </marker>
      </defs>
      {story.lanes.map(({ lane, where }) => (
        <Lane
          key={lane}
          x={x(lane)}
          top={HEAD}
          bottom={height - 10}
          name={t(`xray.lane.${lane}`)}
          lines={where.split(' · ')}
        />
      ))}
      {story.moments.map((moment, index) => (
        <g key={moment.key} opacity={index < shown ? 1 : 0.16} className="transition-opacity duration-300">
          {moment.causes.map((cause) => {
            const from = indexOf.get(cause);
            const source = from === undefined ? undefined : story.moments[from];
            return source && from !== undefined ? (
              <Message key={cause} x1={x(source.lane)} y1={y(from)} x2={x(moment.lane)} y2={y(index)} />
            ) : null;
          })}
        </g>
      ))}
      {story.decision >= 0 && (
        <g opacity={reached ? 1 : 0.25} className="transition-opacity duration-300">
          <DecisionLine
            y={y(story.decision) + 32}
            width={width}
            words={t(story.committed ? 'xray.decisionLine' : 'xray.abortLine')}
          />
        </g>
      )}
      {story.moments.map((moment, index) => (
        <g key={moment.key} opacity={index < shown ? 1 : 0.16} className="transition-opacity duration-300">
          <MomentMark moment={moment} x={x(moment.lane)} y={y(index)} journal={x('journal')} />
          <text x={8} y={y(index) + 4} fontSize={11} fontWeight={600} fill="var(--muted)" className="tabular">
            {moment.after === null ? t('xray.browserClock') : `+${duration(moment.after)}`}
          </text>
        </g>
      ))}
    </LaneFrame>
  );
}

function Message({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }) {
  const side = x2 > x1 ? 1 : -1;
  const far = x1 === x2;
  return (
    <line
      x1={x1 + (far ? 0 : 9 * side)}
      y1={far ? y1 + 10 : y1 + 3}
      x2={x2 - (far ? 0 : 11 * side)}
      y2={far ? y2 - 12 : y2 - 2}
      stroke="var(--muted)"
      strokeWidth={1.5}
      markerEnd="url(#tip)"
    />
  );
}

const BAD = new Set(['HoldRefused', 'Released', 'PresumedAborted']);

function MomentMark({ moment, x, y, journal }: { moment: Moment; x: number; y: number; journal: number }) {
  const { t } = useTranslation();
  const bad = BAD.has(moment.what) || moment.step?.facts.decision === 'ABORT';
  const color = bad ? 'var(--bad)' : moment.step ? 'var(--ok)' : 'var(--brand)';
  return (
    <>
      {moment.step && journal > x && (
        <>
          <line
            x1={x + 10}
            y1={y}
            x2={journal - 9}
            y2={y}
            stroke="var(--brand)"
            strokeWidth={1}
            strokeDasharray="2 4"
            opacity={0.7}
          />
          <g fill="var(--soft)" stroke="var(--brand)" strokeWidth={1.4}>
            <path d={`M${journal - 8} ${y - 6}v12c0 5 16 5 16 0v-12`} />
            <ellipse cx={journal} cy={y - 6} rx={8} ry={3.2} />
          </g>
          <text x={journal + 12} y={y + 4} fontSize={9.5} fill="var(--muted)">
            #{moment.step.sequence}
          </text>
        </>
      )}
      <circle cx={x} cy={y} r={8} fill={color} stroke="var(--card)" strokeWidth={2.5} />
      <Words x={x} y={y - 14} size={11.5}>
        {t(`xray.what.${moment.what as 'Held'}`, { defaultValue: moment.what })}
      </Words>
    </>
  );
}
