import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '@/lib/i18n/setup';
import { useStore } from '@/lib/store';
import { setTheme, theme, type Theme } from '@/lib/theme';

const LOOK =
  'inline-flex h-11 items-center gap-1.5 rounded-xl px-2.5 text-sm font-semibold text-muted hover:bg-sunken hover:text-ink';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const next = i18n.language === 'hi' ? 'en' : 'hi';
  return (
    <button
      type="button"
      lang={next}
      aria-label={t('switch.language')}
      onClick={() => void setLanguage(next)}
      className={LOOK}
    >
      <Languages aria-hidden className="size-5" />
      {next === 'hi' ? 'हिन्दी' : 'English'}
    </button>
  );
}

const ORDER: Theme[] = ['system', 'light', 'dark'];
const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const now = useStore(theme);
  const next = ORDER[(ORDER.indexOf(now) + 1) % ORDER.length] ?? 'system';
  const Icon = ICONS[now];
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      aria-label={`${t('switch.theme')}: ${t(`switch.${now}`)}`}
      title={t(`switch.${now}`)}
      className={LOOK}
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
