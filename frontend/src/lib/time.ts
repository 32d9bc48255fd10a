import i18n from 'i18next';

const zone = 'Asia/Kolkata';
const locale = () => (i18n.language === 'hi' ? 'hi-IN' : 'en-IN');

/** "24 Nov 2026, 9:41:05 pm", Indian time. */
export function moment(at: string | number | Date): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }).format(
    new Date(at),
  );
}

export function clock(at: string | number | Date): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: zone }).format(new Date(at));
}

export function exactClock(at: string | number | Date): string {
  const date = new Date(at);
  const seconds = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone }).format(date);
  return `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** The Indian calendar day of a moment, 2026-11-24. */
export function dayOf(at: string | number | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
}

export function dayName(day: string): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  return minutes < 60
    ? `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
