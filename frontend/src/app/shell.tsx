import { Link, Outlet, useNavigate, useRouterState, type ErrorComponentProps } from '@tanstack/react-router';
import {
  Activity,
  Bell,
  BookOpen,
  ChartNoAxesCombined,
  Ellipsis,
  Flame,
  GraduationCap,
  History,
  Hourglass,
  House,
  LogOut,
  Network,
  QrCode,
  ReceiptText,
  ScanSearch,
  Send,
  Store as StoreIcon,
  UserRound,
} from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/avatar';
import { ButtonLink } from '@/components/button';
import { Countdown } from '@/components/countdown';
import { ErrorNote } from '@/components/feedback';
import { Empty } from '@/components/layout';
import { LanguageSwitch, ThemeSwitch } from '@/components/switches';
import { spoken, toasts } from '@/lib/announce';
import { gateways } from '@/lib/api/gateways';
import { streamState } from '@/lib/events';
import { useSession, useUser } from '@/lib/session';
import { signOut } from '@/lib/sign-out';
import { useStore } from '@/lib/store';
import { Palette } from './palette';
import { useStruggle } from './struggle';

const everyday = [
  { to: '/', icon: House, name: 'nav.home' },
  { to: '/pay', icon: Send, name: 'nav.pay' },
  { to: '/my-qr', icon: QrCode, name: 'nav.myQr' },
  { to: '/history', icon: History, name: 'nav.history' },
  { to: '/notifications', icon: Bell, name: 'nav.notifications' },
  { to: '/merchant', icon: StoreIcon, name: 'nav.merchant' },
] as const;
const insight = [
  { to: '/xray', icon: ScanSearch, name: 'nav.xray' },
  { to: '/learn', icon: GraduationCap, name: 'nav.learn' },
] as const;
const operate = [
  { to: '/control-room', icon: Activity, name: 'nav.control' },
  { to: '/cluster', icon: Network, name: 'nav.cluster' },
  { to: '/drills', icon: Flame, name: 'nav.drills' },
  { to: '/transactions', icon: ReceiptText, name: 'nav.transactions' },
  { to: '/analytics', icon: ChartNoAxesCombined, name: 'nav.analytics' },
  { to: '/audit', icon: BookOpen, name: 'nav.audit' },
] as const;

export function Shell() {
  const { t } = useTranslation();
  const here = useSession();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.href });

  useEffect(() => {
    if (!here) void navigate({ to: '/sign-in', search: path === '/' ? {} : { next: path }, replace: true });
  }, [here, navigate, path]);

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_1fr]">
      <a
        href="#content"
        className="sr-only z-50 rounded-xl bg-fill px-4 py-3 text-white focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('nav.skip')}
      </a>
      <Sidebar />
      <div className="flex min-w-0 flex-col">
        <TopBar />
        <ConnectionBanner />
        <StruggleBanner />
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-5 pb-28 outline-none sm:px-6 lg:px-8 lg:pb-12"
        >
          <FocusOnNavigation />
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <Palette />
      <Announcements />
    </div>
  );
}

function Sidebar() {
  const { t } = useTranslation();
  const { role } = useUser();
  return (
    <aside className="screen-only sticky top-0 hidden h-dvh flex-col overflow-y-auto border-r border-line bg-card lg:flex">
      <Link to="/" className="flex items-center gap-2.5 px-5 py-5">
        <img src="/icon.svg" alt="" className="size-8" />
        <span className="text-lg font-bold tracking-tight">PhonePay</span>
      </Link>
      <nav aria-label={t('nav.main')} className="flex flex-1 flex-col gap-5 px-3 pb-6">
        <NavGroup items={everyday} />
        <NavGroup items={insight} title={t('nav.understand')} />
        {role === 'admin' && <NavGroup items={operate} title={t('nav.operate')} />}
      </nav>
    </aside>
  );
}

type Item = (typeof everyday)[number] | (typeof insight)[number] | (typeof operate)[number];

function NavGroup({ items, title, onNavigate }: { items: readonly Item[]; title?: string; onNavigate?: () => void }) {
  const { t } = useTranslation();
  return (
    <div>
      {title && <p className="mb-1 px-3 text-xs font-semibold tracking-wide text-muted uppercase">{title}</p>}
      <ul className="flex flex-col gap-0.5">
        {items.map(({ to, icon: Icon, name }) => (
          <li key={to}>
            <Link
              to={to}
              onClick={onNavigate}
              activeOptions={{ exact: to === '/' }}
              activeProps={{ className: 'bg-soft text-brand font-semibold' }}
              inactiveProps={{ className: 'text-ink hover:bg-sunken' }}
              className="flex min-h-11 items-center gap-3 rounded-xl px-3 text-sm"
            >
              <Icon aria-hidden className="size-5 shrink-0" />
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TopBar() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <header className="screen-only sticky top-0 z-20 flex h-14 items-center gap-1.5 border-b border-line bg-card/90 px-4 backdrop-blur sm:px-6 lg:px-8">
      <Link to="/" className="flex items-center gap-2 lg:hidden" aria-label={t('nav.home')}>
        <img src="/icon.svg" alt="" className="size-8" />
      </Link>
      <StreamLight />
      <span className="flex-1" />
      <LanguageSwitch />
      <ThemeSwitch />
      <Link
        to="/profile"
        aria-label={t('nav.profile')}
        className="grid size-11 place-items-center rounded-full hover:bg-sunken"
      >
        <Avatar name={user.name || '?'} size="size-8" />
      </Link>
    </header>
  );
}

function StreamLight() {
  const { t } = useTranslation();
  const state = useStore(streamState);
  const { current } = useStore(gateways);
  const look = state === 'live' ? 'text-ok' : state === 'reconnecting' ? 'text-warn' : 'text-muted';
  return (
    <span role="status" className={`ml-1 inline-flex items-center gap-2 text-xs font-semibold ${look}`} title={current}>
      <span aria-hidden className="relative grid size-2 place-items-center">
        {state === 'live' && <span className="animate-ring absolute size-2 rounded-full bg-current" />}
        <span className="size-2 rounded-full bg-current" />
      </span>
      {t(`stream.${state}`)}
    </span>
  );
}

/** The gateway this page came from is gone: another one answers, or none does. */
function ConnectionBanner() {
  const { t } = useTranslation();
  const { all, current } = useStore(gateways);
  const path = useRouterState({ select: (state) => state.location.href });
  const elsewhere = current !== location.origin;
  const lost = useStore(streamState) === 'reconnecting';
  if (!elsewhere && !lost) return null;
  const others = all.filter((origin) => origin !== location.origin);
  return (
    <div
      role="status"
      className="screen-only flex flex-wrap items-center gap-x-3 gap-y-1 bg-warn-soft px-4 py-2 text-sm text-warn sm:px-6 lg:px-8"
    >
      <span className="font-medium">
        {elsewhere ? t('stream.elsewhere', { host: new URL(current).host }) : t('stream.lost')}
      </span>
      {!elsewhere &&
        others.map((origin) => (
          <a key={origin} href={origin + path} className="font-semibold underline">
            {t('stream.openOn', { host: new URL(origin).host })}
          </a>
        ))}
    </div>
  );
}

/** Something on this screen was not answered and is asked for again. Nothing is wrong yet, so nobody is alarmed. */
function StruggleBanner() {
  const { t } = useTranslation();
  const struggle = useStruggle();
  if (!struggle) return null;
  return (
    <p
      role="status"
      className="screen-only flex items-center gap-2 bg-soft px-4 py-2 text-sm font-medium text-brand sm:px-6 lg:px-8"
    >
      <Hourglass aria-hidden className="size-4 shrink-0" />
      {struggle.limitedUntil ? (
        <Countdown until={struggle.limitedUntil} words={(seconds) => t('stream.limited', { seconds })} />
      ) : (
        t(navigator.onLine ? 'stream.struggling' : 'stream.offline')
      )}
    </p>
  );
}

function BottomBar() {
  const { t } = useTranslation();
  const more = useRef<HTMLDialogElement>(null);
  const { role } = useUser();
  const close = () => more.current?.close();
  const tab = 'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-[0.7rem] font-medium';
  const tabs = [everyday[0], everyday[1], everyday[3]];
  return (
    <>
      <nav
        aria-label={t('nav.main')}
        className="screen-only fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-card pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {tabs.map(({ to, icon: Icon, name }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ className: 'text-brand' }}
            inactiveProps={{ className: 'text-muted' }}
            className={tab}
          >
            <Icon aria-hidden className="size-5" />
            {t(name)}
          </Link>
        ))}
        <button type="button" onClick={() => more.current?.showModal()} className={`${tab} text-muted`}>
          <Ellipsis aria-hidden className="size-5" />
          {t('nav.more')}
        </button>
      </nav>
      <dialog
        ref={more}
        aria-label={t('nav.more')}
        className="mx-auto mt-auto mb-0 max-h-[85dvh] w-full max-w-xl rounded-t-3xl bg-card p-4 pb-8 text-ink lg:hidden"
      >
        <div className="flex flex-col gap-4">
          <NavGroup items={[everyday[2], everyday[4], everyday[5]]} onNavigate={close} />
          <NavGroup items={insight} title={t('nav.understand')} onNavigate={close} />
          {role === 'admin' && <NavGroup items={operate} title={t('nav.operate')} onNavigate={close} />}
          <Link
            to="/profile"
            onClick={close}
            className="flex min-h-11 items-center gap-3 rounded-xl px-3 text-sm hover:bg-sunken"
          >
            <UserRound aria-hidden className="size-5" />
            {t('nav.profile')}
          </Link>
          <button
            type="button"
            onClick={() => void signOut()}
            className="flex min-h-11 items-center gap-3 rounded-xl px-3 text-sm hover:bg-sunken"
          >
            <LogOut aria-hidden className="size-5" />
            {t('nav.signOut')}
          </button>
          <button
            type="button"
            onClick={close}
            className="min-h-11 rounded-xl border border-line text-sm font-semibold"
          >
            {t('action.close')}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** A new screen begins at its heading, for the eye and for the screen reader. */
function FocusOnNavigation() {
  // Where the new screen stands, not where it is only going: the old heading would lose the focus again.
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) {
      first.current = false;
      return;
    }
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [path]);
  return null;
}

export function Announcements() {
  const shown = useStore(toasts);
  const words = useStore(spoken);
  const looks = { ok: 'border-ok/40', bad: 'border-bad/50', info: 'border-line' };
  return (
    <>
      <div aria-live="polite" className="sr-only">
        {words}
      </div>
      <div
        aria-hidden
        className="screen-only pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-4 lg:bottom-6"
      >
        {shown.map((toast) => (
          <p
            key={toast.id}
            className={`animate-rise rounded-xl border bg-card px-4 py-2.5 text-sm font-medium shadow-card ${looks[toast.kind]}`}
          >
            {toast.text}
          </p>
        ))}
      </div>
    </>
  );
}

function Bare({ children }: { children: ReactNode }) {
  return <main className="grid min-h-dvh place-items-center p-6">{children}</main>;
}

export function Lost() {
  const { t } = useTranslation();
  return (
    <Bare>
      <Empty title={t('error.lost')}>
        <ButtonLink to="/" className="mt-4">
          {t('nav.home')}
        </ButtonLink>
      </Empty>
    </Bare>
  );
}

export function Trouble({ error, reset }: ErrorComponentProps) {
  return (
    <Bare>
      <ErrorNote error={error} onRetry={reset} />
    </Bare>
  );
}
