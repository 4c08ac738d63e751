import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/take-screenshots.mjs'));
