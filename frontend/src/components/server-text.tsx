import { useTranslation } from 'react-i18next';

/** The console's own words where it has them, else the server's, which are English: a screen reader should know that. */
export function ServerText({ english, own }: { english: string; own: string | null }) {
  useTranslation();
  return own === null ? <span lang="en">{english}</span> : <>{own}</>;
}
