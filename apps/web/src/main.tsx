import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine.css';
import './page.css';
import { printByDay } from './i18n/colour-scheme';
import { languageReady } from './i18n/language';
import { App } from './app';

printByDay();
await languageReady;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
