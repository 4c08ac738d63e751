import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/develop.mjs'));
