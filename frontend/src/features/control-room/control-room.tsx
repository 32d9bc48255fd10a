import { Link } from '@tanstack/react-router';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminOnly } from '@/components/admin-only';
import { Health, Unavailable } from '@/components/feedback';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { ServerText } from '@/components/server-text';
import { Table } from '@/components/table';
import { useFraudAlerts, useInDoubt, useLbStats, useSystemStatus, type SystemStatus } from '@/lib/api/operate';
import { fraudReason } from '@/lib/i18n/server-words';
import { rupees } from '@/lib/money';
import { duration, moment } from '@/lib/time';
import { Balancing } from './balancing';
import { Vitals } from './vitals';

export function ControlRoom() {
  const { t } = useTranslation();
  return (
    <AdminOnly title={t('nav.control')}>
      <Page title={t('nav.control')} intro={t('control.intro')} wide>
        <div className="flex flex-col gap-4">
          <Vitals />
          <Balancing />
          <div className="grid gap-4 xl:grid-cols-2">
            <Services />
            <Nodes />
            <Gateways />
            <InDoubtList />
            <Alerts />
          </div>
        </div>
      </Page>
    </AdminOnly>
  );
}

const INFRASTRUCTURE = ['cassandra', 'kafka', 'mongodb', 'redis'] as const;
const good = (status: unknown) => (status === 'ONLINE' ? true : status === 'LAGGING' ? 'warn' : false);

function Services() {
  const { t } = useTranslation();
  const status = useSystemStatus();
  return (
    <Card title={t('control.services')}>
      {status.isPending && <SkeletonRows count={3} />}
      {status.isError && !status.data && <Unavailable error={status.error} onRetry={() => void status.refetch()} />}
      {status.data && (
        <ul className="grid gap-2 sm:grid-cols-2">
          {servicesOf(status.data).map(({ name, state, note }) => (
            <li key={name} className="flex items-center justify-between gap-2 rounded-xl bg-sunken px-3 py-2.5">
              <span className="min-w-0">
                <span className="block text-sm font-medium break-words">
                  {t(`control.service.${name as 'kafka'}`, { defaultValue: name.replaceAll('_', ' ') })}
                </span>
                {note && <span className="block text-xs text-muted">{note}</span>}
              </span>
              <Health
                good={good(state)}
                word={t(`control.${String(state) as 'ONLINE'}`, { defaultValue: String(state) })}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function servicesOf(status: SystemStatus): { name: string; state: unknown; note?: string }[] {
  const detailed = (status.services ?? []).map((service) => ({
    name: service.name,
    state: service.status,
    note:
      service.slices === undefined
        ? undefined
        : `${service.answering ?? 0}/${service.slices} · ${duration(service.slowest_ms ?? 0)}`,
  }));
  const names = new Set(detailed.map((service) => service.name));
  const others = Object.entries(status)
    .filter(
      ([name, value]) => typeof value === 'string' && !names.has(name) && !/^(payment_api_|coordinator_)/.test(name),
    )
    .map(([name, state]) => ({ name, state }));
  const order = (name: string) => INFRASTRUCTURE.indexOf(name as 'kafka');
  return [...detailed, ...others].sort((a, b) => order(a.name) - order(b.name));
}

function Nodes() {
  const { t } = useTranslation();
  const status = useSystemStatus();
  return (
    <Card title={t('control.nodes')}>
      {status.isPending && <SkeletonRows count={3} />}
      {status.isError && !status.data && <Unavailable error={status.error} onRetry={() => void status.refetch()} />}
      {status.data && (
        <Table
          label={t('control.nodes')}
          heads={[t('control.node'), t('control.state'), t('control.role'), t('control.ping')]}
        >
          {status.data.nodes.map((node) => (
            <tr key={node.node}>
              <th scope="row" className="text-left font-semibold whitespace-nowrap">
                {node.node}
                <span className="block text-xs font-normal text-muted">:{node.http_port}</span>
              </th>
              <td>
                <Health
                  good={good(node.status)}
                  word={t(`control.${node.status as 'ONLINE'}`, { defaultValue: node.status })}
                />
                <span className="block text-xs text-muted">
                  {node.reachable ? node.member_state : t('control.unreachable')}
                </span>
              </td>
              <td>
                {node.coordinator
                  ? t('control.primary')
                  : status.data.coordinator.backup === node.node
                    ? t('control.backup')
                    : '–'}
              </td>
              <td className="tabular">{node.ping_ms == null ? '–' : `${node.ping_ms.toFixed(1)} ms`}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

/** The doors, and how they count requests against the rate limits. */
function Gateways() {
  const { t } = useTranslation();
  const stats = useLbStats();
  return (
    <Card title={t('control.gateways')}>
      {stats.isPending && <SkeletonRows count={3} />}
      {stats.isError && !stats.data && <Unavailable error={stats.error} onRetry={() => void stats.refetch()} />}
      {stats.data && (
        <Table
          label={t('control.gateways')}
          heads={[t('control.node'), t('control.requestsTotal'), t('control.rateLimits')]}
        >
          {stats.data.gateways.map((gateway) => (
            <tr key={gateway.node} className="tabular">
              <th scope="row" className="text-left font-semibold whitespace-nowrap">
                {gateway.node}
                <span className="block text-xs font-normal text-muted">:{gateway.port}</span>
              </th>
              <td>{gateway.requests.toLocaleString('en-IN')}</td>
              <td>
                <Health
                  good={gateway.rate_limiter === 'local' ? 'warn' : true}
                  word={t(`control.limiter.${gateway.rate_limiter}`)}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

function InDoubtList() {
  const { t } = useTranslation();
  const list = useInDoubt();
  return (
    <Card title={t('control.inDoubt')}>
      {list.isPending && <SkeletonRows count={2} />}
      {list.isError && !list.data && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.data.length === 0 && (
        <Empty icon={<ShieldCheck className="size-6" />} title={t('control.noneInDoubt')} />
      )}
      <ul className="flex flex-col divide-y divide-line">
        {list.data?.data.slice(0, 8).map((open) => (
          <li key={open.transaction_id} className="flex items-center justify-between gap-3 py-2 text-sm">
            <Link
              to="/xray/$id"
              params={{ id: open.transaction_id }}
              className="min-w-0 truncate font-medium text-brand underline-offset-2 hover:underline"
            >
              {open.payer_id && open.payee_id ? `${open.payer_id} → ${open.payee_id}` : open.transaction_id}
            </Link>
            <span className="tabular whitespace-nowrap text-muted">
              {open.amount ? `${rupees(open.amount)} · ` : ''}
              {open.age_ms === undefined ? '' : duration(open.age_ms)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Alerts() {
  const { t } = useTranslation();
  const list = useFraudAlerts();
  return (
    <Card title={t('control.fraud')}>
      {list.isPending && <SkeletonRows count={2} />}
      {list.isError && !list.data && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.alerts.length === 0 && (
        <Empty icon={<ShieldCheck className="size-6" />} title={t('control.noFraud')} />
      )}
      <ul className="flex flex-col divide-y divide-line">
        {list.data?.alerts.slice(0, 8).map((alert) => (
          <li key={alert.alert_id} className="flex gap-3 py-2.5 text-sm">
            <ShieldAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap justify-between gap-x-3">
                <Link
                  to="/xray/$id"
                  params={{ id: alert.transaction_id }}
                  className="font-medium text-brand underline-offset-2 hover:underline"
                >
                  {alert.payer_id} → {alert.payee_id}
                </Link>
                <span className="tabular font-semibold">{rupees(alert.amount)}</span>
              </p>
              <p className="text-xs text-muted">
                {t(`control.alert.${alert.kind as 'BLOCKED'}`, {
                  defaultValue: alert.kind.replaceAll('_', ' ').toLowerCase(),
                })}{' '}
                · {t('control.score', { score: alert.score })} · {moment(alert.raised_at)}
              </p>
              {alert.reasons.length > 0 && (
                <p className="text-xs text-muted">
                  {alert.reasons.map((reason, index) => (
                    <Fragment key={reason}>
                      {index > 0 && ' · '}
                      <ServerText english={reason} own={fraudReason(reason)} />
                    </Fragment>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
