import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/lib/session';

const PAGES = [
  '/',
  '/pay',
  '/my-qr',
  '/history',
  '/notifications',
  '/merchant',
  '/xray',
  '/learn',
  '/profile',
] as const;
const ADMIN_PAGES = ['/control-room', '/cluster', '/drills', '/transactions', '/analytics', '/audit'] as const;
type Target = (typeof PAGES)[number] | (typeof ADMIN_PAGES)[number];

const NAMES: Record<Target, string> = {
  '/': 'nav.home',
  '/pay': 'nav.pay',
  '/my-qr': 'nav.myQr',
  '/history': 'nav.history',
  '/notifications': 'nav.notifications',
  '/merchant': 'nav.merchant',
  '/xray': 'nav.xray',
  '/learn': 'nav.learn',
  '/profile': 'nav.profile',
  '/control-room': 'nav.control',
  '/cluster': 'nav.cluster',
  '/drills': 'nav.drills',
  '/transactions': 'nav.transactions',
  '/analytics': 'nav.analytics',
  '/audit': 'nav.audit',
};

/** Ctrl+K or ⌘K: any screen, a transaction id or UTR (its X-ray), a VPA or e-mail (pay it). */
export function Palette() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const { role } = useUser();
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setTyped('');
        if (!dialog.current?.open) dialog.current?.showModal();
      }
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);

  const close = () => dialog.current?.close();
  const wanted = typed.trim();
  const pages = [...PAGES, ...(role === 'admin' ? ADMIN_PAGES : [])].filter((page) =>
    t(NAMES[page] as 'nav.home')
      .toLowerCase()
      .includes(wanted.toLowerCase()),
  );
  const id = /^(T[0-9a-f]{36}|\d{12})$/i.test(wanted) ? wanted : null;
  const person = wanted.includes('@') ? wanted : null;
  const first = id ? 'xray' : person ? 'pay' : pages[0];

  const go = (what: string | undefined) => {
    close();
    if (what === 'xray' && id) void navigate({ to: '/xray/$id', params: { id } });
    else if (what === 'pay' && person) void navigate({ to: '/pay', search: { to: person } });
    else if (what) void navigate({ to: what as Target });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(first);
  };
  const row = 'flex min-h-11 w-full items-center rounded-xl px-3 text-left text-sm hover:bg-sunken';
  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      className="mx-auto mt-[12dvh] w-[min(34rem,92vw)] rounded-2xl border border-line bg-card p-2 text-ink shadow-card"
    >
      <form onSubmit={submit} className="flex items-center gap-2 border-b border-line px-2 pb-2">
        <Search aria-hidden className="size-5 text-muted" />
        <input
          aria-label={t('palette.title')}
          placeholder={t('palette.hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-11 w-full bg-transparent outline-none placeholder:text-muted"
        />
      </form>
      <ul className="max-h-[50dvh] overflow-y-auto pt-2">
        {id && (
          <li>
            <button type="button" className={row} onClick={() => go('xray')}>
              {t('palette.xray', { id })}
            </button>
          </li>
        )}
        {person && (
          <li>
            <button type="button" className={row} onClick={() => go('pay')}>
              {t('palette.pay', { who: person })}
            </button>
          </li>
        )}
        {pages.map((page) => (
          <li key={page}>
            <button type="button" className={row} onClick={() => go(page)}>
              {t(NAMES[page] as 'nav.home')}
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
