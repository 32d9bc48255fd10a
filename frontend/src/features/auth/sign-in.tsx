import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck, Split, Zap } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { ErrorNote } from '@/components/feedback';
import { Field } from '@/components/field';
import { LanguageSwitch, ThemeSwitch } from '@/components/switches';
import { api } from '@/lib/api/client';
import { fieldError } from '@/lib/i18n/server-words';
import { Problem } from '@/lib/api/problem';
import { patiently } from '@/lib/api/retry';
import { begin, endedBecause, type Session } from '@/lib/session';
import { useStore } from '@/lib/store';

interface Login {
  role: string;
  user_id: string;
  email: string;
  password: string;
}

export function SignIn() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const registering = search.register === true;
  const ended = useStore(endedBecause);
  const title = t(registering ? 'auth.register' : 'auth.signIn');

  useEffect(() => {
    document.title = `${title} · PhonePay`;
  }, [title]);

  const enter = async (email: string, password: string) => {
    begin(await patiently(() => api.anonymously.post<Session>('/auth/login', { email, password })));
    await navigate({ href: search.next ?? '/', replace: true });
  };
  return (
    <div className="grid min-h-dvh lg:grid-cols-[1.1fr_1fr]">
      <Welcome />
      <main className="flex flex-col px-4 py-4 sm:px-8">
        <div className="flex justify-end gap-1">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        {/* Not centred: what a development cluster adds below later must not move the form. */}
        <div className="mx-auto mt-2 mb-auto w-full max-w-sm py-6 lg:mt-[10vh]">
          <img src="/icon.svg" alt="" className="mb-4 size-12 lg:hidden" />
          <h1 className="text-2xl font-bold tracking-tight">{title}</h1>
          <p className="mt-1 mb-5 text-sm text-muted">
            {t(registering ? 'auth.haveOne' : 'auth.newHere')}{' '}
            <button
              type="button"
              className="min-h-6 font-semibold text-brand underline underline-offset-2"
              onClick={() =>
                void navigate({
                  to: '/sign-in',
                  search: { next: search.next, register: registering ? undefined : true },
                })
              }
            >
              {t(registering ? 'auth.signIn' : 'auth.register')}
            </button>
          </p>
          {ended === 'expired' && (
            <p role="status" className="mb-4 rounded-xl bg-warn-soft p-3 text-sm text-warn">
              {t('auth.expired')}
            </p>
          )}
          {registering ? <RegisterForm enter={enter} /> : <SignInForm enter={enter} />}
          {!registering && <DemoLogins enter={enter} />}
        </div>
      </main>
    </div>
  );
}

type Enter = (email: string, password: string) => Promise<void>;

function SignInForm({ enter }: { enter: Enter }) {
  const { t } = useTranslation();
  const { run, busy, error } = useSubmit();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void run(() => enter(String(form.get('email')).trim(), String(form.get('password'))));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('auth.email')} name="email" type="email" autoComplete="username" required inputMode="email" />
      <Field label={t('auth.password')} name="password" type="password" autoComplete="current-password" required />
      {error !== null && <ErrorNote error={error} />}
      <Button type="submit" busy={busy}>
        {t('auth.signIn')}
      </Button>
    </form>
  );
}

function RegisterForm({ enter }: { enter: Enter }) {
  const { t } = useTranslation();
  const { run, busy, error } = useSubmit();
  const problem = error instanceof Problem ? error : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? '').trim();
    const password = String(form.get('password'));
    const wish = {
      name: text('name'),
      email: text('email'),
      user_id: text('user_id').toLowerCase() || undefined,
      password,
    };
    void run(async () => {
      await api.anonymously.post('/auth/register', wish);
      await enter(wish.email, password);
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={t('auth.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        error={fieldError('name', problem?.at('name'))}
      />
      <Field
        label={t('auth.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        inputMode="email"
        error={fieldError('email', problem?.at('email'))}
      />
      <Field
        label={t('auth.userId')}
        name="user_id"
        autoComplete="nickname"
        pattern="[a-zA-Z0-9][a-zA-Z0-9._\-]{2,63}"
        title={t('auth.userIdHint')}
        hint={t('auth.userIdHint')}
        error={fieldError('user_id', problem?.at('user_id'))}
      />
      <Field
        label={t('auth.password')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={128}
        hint={t('auth.passwordHint')}
        error={fieldError('password', problem?.at('password'))}
      />
      {error !== null && <ErrorNote error={error} />}
      <Button type="submit" busy={busy}>
        {t('auth.create')}
      </Button>
    </form>
  );
}

const ROLES: Record<string, 'auth.roleAdmin' | 'auth.roleMerchant'> = {
  admin: 'auth.roleAdmin',
  merchant: 'auth.roleMerchant',
};

/** Only a cluster in development mode tells them; elsewhere there is nothing here. */
function DemoLogins({ enter }: { enter: Enter }) {
  const { t } = useTranslation();
  const { run, busy, error } = useSubmit();
  const demo = useQuery({
    queryKey: ['demo-logins'],
    queryFn: () => api.anonymously.get<{ logins?: Login[] }>('/demo-logins').catch(() => null),
    staleTime: Infinity,
    retry: false,
  });
  const logins = demo.data?.logins;
  if (!logins?.length) return null;
  return (
    <section aria-labelledby="demo" className="mt-6 border-t border-line pt-5">
      <h2 id="demo" className="mb-2 text-sm font-semibold">
        {t('auth.demo')}
      </h2>
      <div className="grid grid-cols-2 gap-2">
        {logins.map((login) => (
          <button
            key={login.user_id}
            type="button"
            disabled={busy}
            onClick={() => void run(() => enter(login.email, login.password))}
            className="flex min-h-11 flex-col items-center gap-1 rounded-xl border border-line bg-card p-3 text-sm font-semibold hover:bg-sunken disabled:opacity-60"
          >
            <Avatar name={login.user_id} size="size-8" />
            {login.user_id}
            <span className="text-xs font-normal text-muted">{t(ROLES[login.role] ?? 'auth.roleUser')}</span>
          </button>
        ))}
      </div>
      {error !== null && (
        <div className="mt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </section>
  );
}

function useSubmit() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, error };
}

function Welcome() {
  const { t } = useTranslation();
  const points = [
    { icon: Zap, text: t('auth.point1') },
    { icon: Split, text: t('auth.point2') },
    { icon: ShieldCheck, text: t('auth.point3') },
  ];
  return (
    <aside className="hero hidden flex-col justify-between p-12 lg:flex">
      <p className="flex items-center gap-3 text-xl font-bold">
        <img src="/icon.svg" alt="" className="size-10 rounded-xl ring-1 ring-white/30" />
        PhonePay
      </p>
      <div>
        <p className="max-w-lg text-4xl leading-tight font-bold tracking-tight">{t('auth.slogan')}</p>
        <ul className="mt-8 flex max-w-md flex-col gap-4">
          {points.map(({ icon: Icon, text }) => (
            <li key={text} className="flex items-start gap-3">
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-[#ffd166]" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="text-sm text-white/80">{t('auth.footer')}</p>
    </aside>
  );
}
