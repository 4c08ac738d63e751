import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine.css';
import './page.css';
import './i18n/language';
import { App } from './app';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
