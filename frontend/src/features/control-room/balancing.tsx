import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { Button } from '@/components/button';
import { Health, Unavailable } from '@/components/feedback';
import { Card, Skeleton } from '@/components/layout';
import { Table } from '@/components/table';
import { useLbStats, type LbStats } from '@/lib/api/operate';
import { exactClock } from '@/lib/time';

const KEPT = 90;
const COLORS = ['var(--brand)', 'var(--ok)', 'var(--warn)', 'var(--bad)', 'var(--muted)'];
const DASHES = ['', '6 3', '2 3', '8 2 2 2', '1 2'];
const color = (index: number) => COLORS[index % COLORS.length];

type Sample = Record<string, number | null> & { at: number };

/** How the gateways spread the requests over the payment nodes, and how long each node took. */
export function Balancing() {
  const { t } = useTranslation();
  const stats = useLbStats();
  const [paused, setPaused] = useState(false);
  const samples = useSamples(stats.data, paused);
  const Icon = paused ? Play : Pause;
  if (stats.isPending) return <Skeleton className="h-80" />;
  if (!stats.data) {
    return (
      <Card title={t('control.distribution')}>
        <Unavailable error={stats.error} onRetry={() => void stats.refetch()} />
      </Card>
    );
  }
  const nodes = stats.data.nodes;
  const axis = { stroke: 'var(--muted)', fontSize: 11, tickLine: false };
  const box = {
    background: 'var(--card)',
    border: '1px solid var(--line)',
    borderRadius: 12,
    color: 'var(--ink)',
    fontSize: 12,
  };
  return (
    <div className="grid gap-4 xl:grid-cols-[3fr_2fr]">
      <Card title={t('control.distribution')}>
        <div aria-hidden className="h-56">
          <ResponsiveContainer width="100%" height="100%">
            <BarChart data={nodes} accessibilityLayer={false} margin={{ left: -12, top: 8 }}>
              <CartesianGrid stroke="var(--line)" vertical={false} />
              <XAxis dataKey="node" {...axis} />
              <YAxis allowDecimals={false} {...axis} />
              <Tooltip cursor={{ fill: 'var(--sunken)' }} contentStyle={box} />
              <Bar
                dataKey="requests"
                name={t('control.requestsTotal')}
                radius={[8, 8, 0, 0]}
                maxBarSize={72}
                isAnimationActive={false}
              >
                {nodes.map((node, index) => (
                  <Cell key={node.node} fill={color(index)} />
                ))}
              </Bar>
            </BarChart>
          </ResponsiveContainer>
        </div>
        <Table
          label={t('control.distribution')}
          heads={[
            t('control.node'),
            t('control.state'),
            t('control.requestsTotal'),
            t('control.errors'),
            t('control.mean'),
            'p95',
            t('control.rate'),
          ]}
        >
          {nodes.map((node, index) => (
            <tr key={node.node} className="tabular">
              <th scope="row" className="text-left font-semibold whitespace-nowrap">
                <span
                  aria-hidden
                  className="mr-2 inline-block size-2.5 rounded-full"
                  style={{ background: color(index) }}
                />
                {node.node}
              </th>
              <td>
                <Health
                  good={node.state === 'IN_ROTATION'}
                  word={t(node.state === 'IN_ROTATION' ? 'control.inRotation' : 'control.outOfRotation')}
                />
              </td>
              <td>{node.requests.toLocaleString('en-IN')}</td>
              <td>{node.errors}</td>
              <td className="whitespace-nowrap">
                {node.avg_latency == null ? '–' : `${node.avg_latency.toFixed(1)} ms`}
              </td>
              <td className="whitespace-nowrap">
                {node.p95_latency == null ? '–' : `${node.p95_latency.toFixed(1)} ms`}
              </td>
              <td className="whitespace-nowrap">{node.requests_per_second.toFixed(1)}/s</td>
            </tr>
          ))}
        </Table>
      </Card>
      <Card
        title={t('control.latencyOverTime')}
        actions={
          <Button look="quiet" onClick={() => setPaused(!paused)}>
            <Icon aria-hidden className="size-4" />
            {t(paused ? 'control.resume' : 'control.pause')}
          </Button>
        }
      >
        <div aria-hidden className="h-56">
          <ResponsiveContainer width="100%" height="100%">
            <LineChart data={samples} accessibilityLayer={false} margin={{ left: -12, top: 8, right: 8 }}>
              <CartesianGrid stroke="var(--line)" vertical={false} />
              <XAxis
                dataKey="at"
                type="number"
                domain={['dataMin', 'dataMax']}
                tickFormatter={(at: number) => exactClock(at).slice(3, 8)}
                {...axis}
              />
              <YAxis unit=" ms" width={64} {...axis} />
              <Tooltip contentStyle={box} labelFormatter={(at) => exactClock(Number(at)).slice(0, 8)} />
              {nodes.map((node, index) => (
                <Line
                  key={node.node}
                  dataKey={node.node}
                  stroke={color(index)}
                  strokeDasharray={DASHES[index % DASHES.length]}
                  strokeWidth={2.25}
                  dot={false}
                  connectNulls={false}
                  isAnimationActive={false}
                  unit=" ms"
                />
              ))}
            </LineChart>
          </ResponsiveContainer>
        </div>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          {nodes.map((node, index) => (
            <li key={node.node} className="flex items-center gap-1.5">
              <svg aria-hidden width={22} height={6}>
                <line
                  x1={0}
                  x2={22}
                  y1={3}
                  y2={3}
                  stroke={color(index)}
                  strokeWidth={2.5}
                  strokeDasharray={DASHES[index % DASHES.length]}
                />
              </svg>
              {node.node}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-xs text-muted">{t('control.latencyNote', { seconds: stats.data.window_seconds })}</p>
      </Card>
    </div>
  );
}

/** What this page has seen since it was opened, one sample per answer. */
function useSamples(stats: LbStats | undefined, paused: boolean): Sample[] {
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    if (!stats || paused) return;
    const sample: Sample = { at: Date.now() };
    for (const node of stats.nodes)
      sample[node.node] = node.avg_latency == null ? null : Math.round(node.avg_latency * 10) / 10;
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a series is the history of answers, which only an effect sees
    setSamples((earlier) => [...earlier.slice(1 - KEPT), sample]);
  }, [stats, paused]);
  return samples;
}
