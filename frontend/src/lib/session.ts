import { kept, Store, useStore } from './store';

const PLACE = 'phonepay.session';

export interface Session {
  token: string;
  expires_at: string;
  refresh_token?: string;
  session_id?: string;
  user: { user_id: string; name: string; role: 'user' | 'admin' };
}

export const session = new Store<Session | null>(kept.read<Session>(PLACE));
/** Why the last session ended, to be told where one signs in again. */
export const endedBecause = new Store<'expired' | null>(null);

export function begin(next: Session): void {
  kept.write(PLACE, next);
  endedBecause.set(null);
  session.set(next);
}

export function end(why: 'expired' | null = null): void {
  kept.write(PLACE, null);
  endedBecause.set(why);
  session.set(null);
}

/** What another tab stored last: it may have exchanged the refresh token already. */
export function stored(): Session | null {
  return kept.read<Session>(PLACE);
}

export function useSession(): Session | null {
  return useStore(session);
}

export function useUser(): Session['user'] {
  const now = useSession();
  return now?.user ?? { user_id: '', name: '', role: 'user' };
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === PLACE) session.set(stored());
  });
}
