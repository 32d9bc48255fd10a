import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageReady } from '@/lib/i18n/setup';
import { followSystem } from '@/lib/theme';
import './styles.css';
import { Providers } from './providers';

followSystem();
const root = document.getElementById('root');
if (root) {
  await languageReady;
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
