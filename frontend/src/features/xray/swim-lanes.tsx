import { useTranslation } from 'react-i18next';
import { duration } from '@/lib/time';
import type { Lane, Moment, Story } from './story';

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
  const x = (lane: Lane) => GUTTER + story.lanes.findIndex((other) => other.lane === lane) * LANE + LANE / 2;
  const indexOf = new Map(story.moments.map((moment, index) => [moment.key, index]));
  const reached = story.decision >= 0 && shown > story.decision;
  return (
    <div role="group" aria-label={t('xray.lanes')} tabIndex={0} className="overflow-x-auto rounded-xl">
      <svg
        role="img"
        aria-label={t('xray.lanesAlt')}
        viewBox={`0 0 ${width} ${height}`}
        style={{ minWidth: Math.min(width, 560), width: '100%', maxWidth: width * 1.25 }}
        className="mx-auto block"
      >
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
          <g key={lane}>
            <line x1={x(lane)} y1={HEAD} x2={x(lane)} y2={height - 10} stroke="var(--line)" strokeWidth={2} />
            <text x={x(lane)} y={22} textAnchor="middle" fontSize={13} fontWeight={700} fill="var(--ink)">
              {t(`xray.lane.${lane}`)}
            </text>
            {where.split(' · ').map((line, row) => (
              <text key={line} x={x(lane)} y={38 + row * 13} textAnchor="middle" fontSize={10} fill="var(--muted)">
                {line}
              </text>
            ))}
          </g>
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
          <DecisionLine
            y={y(story.decision) + 32}
            width={width}
            reached={reached}
            words={t(story.committed ? 'xray.decisionLine' : 'xray.abortLine')}
          />
        )}
        {story.moments.map((moment, index) => (
          <g key={moment.key} opacity={index < shown ? 1 : 0.16} className="transition-opacity duration-300">
            <MomentMark moment={moment} x={x(moment.lane)} y={y(index)} journal={x('journal')} />
            <text x={8} y={y(index) + 4} fontSize={11} fontWeight={600} fill="var(--muted)" className="tabular">
              {moment.after === null ? t('xray.browserClock') : `+${duration(moment.after)}`}
            </text>
          </g>
        ))}
      </svg>
    </div>
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
      <text
        x={x}
        y={y - 14}
        textAnchor="middle"
        fontSize={11.5}
        fontWeight={700}
        fill="var(--ink)"
        stroke="var(--card)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {t(`xray.what.${moment.what as 'Held'}`, { defaultValue: moment.what })}
      </text>
    </>
  );
}

function DecisionLine({ y, width, reached, words }: { y: number; width: number; reached: boolean; words: string }) {
  return (
    <g opacity={reached ? 1 : 0.25} className="transition-opacity duration-300">
      <line x1={6} y1={y} x2={width - 6} y2={y} stroke="var(--brand)" strokeWidth={5} strokeLinecap="round" />
      <text
        x={width / 2}
        y={y + 17}
        textAnchor="middle"
        fontSize={11.5}
        fontWeight={700}
        fill="var(--brand)"
        stroke="var(--card)"
        strokeWidth={5}
        paintOrder="stroke"
      >
        {words}
      </text>
    </g>
  );
}
