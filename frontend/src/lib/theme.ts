import { Store } from './store';

export type Theme = 'system' | 'light' | 'dark';
const PLACE = 'phonepay.theme';

function read(): Theme {
  try {
    const text = localStorage.getItem(PLACE);
    return text === 'light' || text === 'dark' ? text : 'system';
  } catch {
    return 'system';
  }
}

export const theme = new Store<Theme>(read());

export function setTheme(next: Theme): void {
  try {
    if (next === 'system') localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, next);
  } catch {
    // No storage: the choice holds until a reload.
  }
  theme.set(next);
  paint();
}

function paint(): void {
  const wanted = theme.get();
  const dark = wanted === 'dark' || (wanted === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Follows the system where the person has not chosen. */
export function followSystem(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  paint();
}
