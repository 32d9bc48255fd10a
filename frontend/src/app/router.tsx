import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { SignIn } from '@/features/auth/sign-in';
import { Home } from '@/features/home/home';
import { session } from '@/lib/session';
import { Lost, Shell, Trouble } from './shell';

// Each screen but the first two comes in a file of its own.
const screens = {
  pay: () => import('@/features/pay/pay'),
  receipt: () => import('@/features/pay/receipt'),
  history: () => import('@/features/history/history'),
  merchant: () => import('@/features/merchant/merchant'),
  myQr: () => import('@/features/home/my-qr'),
  notifications: () => import('@/features/home/notifications'),
  profile: () => import('@/features/auth/profile'),
  xray: () => import('@/features/xray/xray'),
  control: () => import('@/features/control-room/control-room'),
  transactions: () => import('@/features/control-room/transactions'),
  analytics: () => import('@/features/control-room/analytics'),
  audit: () => import('@/features/control-room/audit'),
  cluster: () => import('@/features/cluster-map/cluster-map'),
  drills: () => import('@/features/drills/drills'),
  learn: () => import('@/features/learn/learn'),
};

/** When the browser is idle: a screen that is here already opens even if the gateway that served it dies. */
export function prefetchScreens(): void {
  const load = () => Object.values(screens).forEach((screen) => void screen().catch(() => undefined));
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 4000 });
  else setTimeout(load, 1500);
}

const root = createRootRoute({ component: Outlet, notFoundComponent: Lost, errorComponent: Trouble });

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { next?: string; register?: boolean } => ({
    next: text(search.next)?.startsWith('/') && !text(search.next)?.startsWith('//') ? text(search.next) : undefined,
    register: search.register === true ? true : undefined,
  }),
  beforeLoad: ({ search }) => {
    if (session.get()) throw redirect({ href: search.next ?? '/' });
  },
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session.get())
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
  },
});

const admin = createRoute({ getParentRoute: () => inside, id: 'operate', component: Outlet });

const historyFields = [
  'state',
  'direction',
  'from',
  'to',
  'amount_min',
  'amount_max',
  'counterparty',
  'utr',
  'kind',
  'q',
] as const;
export type HistorySearch = Partial<Record<(typeof historyFields)[number], string>>;

const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: '/', component: Home }),
    createRoute({
      getParentRoute: () => inside,
      path: '/pay',
      component: lazyRouteComponent(screens.pay, 'Pay'),
      validateSearch: (search): { to?: string; amount?: string; note?: string; upi?: string } => ({
        to: text(search.to),
        amount: text(search.amount),
        note: text(search.note),
        upi: text(search.upi),
      }),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/payments/$id',
      component: lazyRouteComponent(screens.receipt, 'Receipt'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/history',
      component: lazyRouteComponent(screens.history, 'History'),
      validateSearch: (search): HistorySearch =>
        Object.fromEntries(
          historyFields.map((field) => [field, text(search[field])]).filter(([, value]) => value),
        ) as HistorySearch,
    }),
    createRoute({ getParentRoute: () => inside, path: '/my-qr', component: lazyRouteComponent(screens.myQr, 'MyQr') }),
    createRoute({
      getParentRoute: () => inside,
      path: '/notifications',
      component: lazyRouteComponent(screens.notifications, 'Notifications'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/profile',
      component: lazyRouteComponent(screens.profile, 'Profile'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/merchant',
      component: lazyRouteComponent(screens.merchant, 'Merchant'),
      validateSearch: (search): { id?: string } => ({ id: text(search.id) }),
    }),
    createRoute({ getParentRoute: () => inside, path: '/xray', component: lazyRouteComponent(screens.xray, 'Xray') }),
    createRoute({
      getParentRoute: () => inside,
      path: '/xray/$id',
      component: lazyRouteComponent(screens.xray, 'Xray'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/learn',
      component: lazyRouteComponent(screens.learn, 'Learn'),
    }),
    admin.addChildren([
      createRoute({
        getParentRoute: () => admin,
        path: '/control-room',
        component: lazyRouteComponent(screens.control, 'ControlRoom'),
      }),
      createRoute({
        getParentRoute: () => admin,
        path: '/transactions',
        component: lazyRouteComponent(screens.transactions, 'Transactions'),
        validateSearch: (search): { state?: string; payer?: string; payee?: string; utr?: string } => ({
          state: text(search.state),
          payer: text(search.payer),
          payee: text(search.payee),
          utr: text(search.utr),
        }),
      }),
      createRoute({
        getParentRoute: () => admin,
        path: '/analytics',
        component: lazyRouteComponent(screens.analytics, 'Analytics'),
      }),
      createRoute({
        getParentRoute: () => admin,
        path: '/audit',
        component: lazyRouteComponent(screens.audit, 'Audit'),
      }),
      createRoute({
        getParentRoute: () => admin,
        path: '/cluster',
        component: lazyRouteComponent(screens.cluster, 'ClusterMap'),
      }),
      createRoute({
        getParentRoute: () => admin,
        path: '/drills',
        component: lazyRouteComponent(screens.drills, 'Drills'),
      }),
    ]),
  ]),
]);

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
