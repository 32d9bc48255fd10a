import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export type Language = 'en' | 'hi';
const PLACE = 'phonepay.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** Hindi comes in a file of its own, when it is asked for. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'hi' && !i18n.hasResourceBundle('hi', 'translation')) {
    const { hi } = await import('./hi');
    i18n.addResourceBundle('hi', 'translation', hi);
    await lettersFor('हि');
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(PLACE, language);
  } catch {
    // No storage: the choice holds until a reload.
  }
}

const LETTERS_MS = 1500;

/** So that a screen in Hindi comes with its own letters and does not move when they arrive. Not waited for longer than this. */
function lettersFor(text: string): Promise<unknown> {
  if (!('fonts' in document)) return Promise.resolve();
  const loading = ['400', '600'].map((weight) => document.fonts.load(`${weight} 1em "Noto Sans Devanagari"`, text));
  const late = new Promise((resolve) => setTimeout(resolve, LETTERS_MS));
  return Promise.race([Promise.all(loading).catch(() => undefined), late]);
}

function wanted(): Language {
  try {
    const chosen = localStorage.getItem(PLACE);
    if (chosen === 'hi' || chosen === 'en') return chosen;
  } catch {
    // As the browser says.
  }
  return navigator.language.startsWith('hi') ? 'hi' : 'en';
}

/** Done before the first paint, so that nobody sees the other language first. */
export const languageReady: Promise<void> =
  wanted() === 'hi' ? setLanguage('hi').catch(() => undefined) : Promise.resolve();
