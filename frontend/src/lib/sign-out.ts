import { api } from './api/client';
import { end, session } from './session';

/** Ends the session here at once, and on the server when it answers. */
export async function signOut(): Promise<void> {
  const token = session.get()?.refresh_token;
  end();
  if (token) await api.anonymously.post('/auth/logout', { refresh_token: token }).catch(() => undefined);
}
