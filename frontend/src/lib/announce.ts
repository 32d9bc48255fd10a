import { Store } from './store';

export interface Toast {
  id: number;
  text: string;
  kind: 'ok' | 'bad' | 'info';
}

export const toasts = new Store<Toast[]>([]);
/** Read out by screen readers, politely. */
export const spoken = new Store('');
let next = 1;

export function say(text: string, kind: Toast['kind'] = 'info'): void {
  const toast = { id: next++, text, kind };
  toasts.set([...toasts.get().slice(-2), toast]);
  spoken.set(text);
  setTimeout(() => toasts.set(toasts.get().filter((other) => other.id !== toast.id)), 6000);
}
