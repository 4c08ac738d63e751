import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine.css';
import './page.css';
import { languageReady } from './i18n/language';
import { App } from './app';

await languageReady;
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
