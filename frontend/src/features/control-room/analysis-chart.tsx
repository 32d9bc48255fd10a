import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Drawing } from './analysis';

const COLORS = ['var(--brand)', 'var(--warn)', 'var(--bad)'];
const DASHES = ['', '6 3', '2 3'];
const axis = { stroke: 'var(--muted)', fontSize: 11, tickLine: false };
const box = {
  background: 'var(--card)',
  border: '1px solid var(--line)',
  borderRadius: 12,
  color: 'var(--ink)',
  fontSize: 12,
};

/** For the eye alone: the table below has the same figures, for everybody and exactly. */
export function AnalysisChart({ drawing }: { drawing: Drawing }) {
  const Chart = drawing.kind === 'bars' ? BarChart : LineChart;
  return (
    <div aria-hidden className="mb-4">
      <div className="h-64" data-testid="analysis-chart">
        <ResponsiveContainer width="100%" height="100%">
          <Chart data={drawing.points} accessibilityLayer={false} margin={{ left: 4, top: 8 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis dataKey={drawing.along} minTickGap={24} {...axis} />
            <YAxis width={64} {...axis} />
            <Tooltip cursor={{ fill: 'var(--sunken)', stroke: 'var(--line)' }} contentStyle={box} />
            {drawing.columns.map((column, index) =>
              drawing.kind === 'bars' ? (
                <Bar
                  key={column}
                  dataKey={column}
                  name={column.replaceAll('_', ' ')}
                  fill={COLORS[index % COLORS.length]}
                  radius={[6, 6, 0, 0]}
                  maxBarSize={56}
                  isAnimationActive={false}
                />
              ) : (
                <Line
                  key={column}
                  dataKey={column}
                  name={column.replaceAll('_', ' ')}
                  stroke={COLORS[index % COLORS.length]}
                  strokeDasharray={DASHES[index % DASHES.length]}
                  strokeWidth={2}
                  dot={false}
                  isAnimationActive={false}
                />
              ),
            )}
          </Chart>
        </ResponsiveContainer>
      </div>
      {drawing.columns.length > 1 && (
        <ul className="mt-1 flex flex-wrap gap-4 text-xs text-muted">
          {drawing.columns.map((column, index) => (
            <li key={column} className="flex items-center gap-1.5">
              <span className="h-0.5 w-4" style={{ background: COLORS[index % COLORS.length] }} />
              {column.replaceAll('_', ' ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
