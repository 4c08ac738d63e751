import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/test-time-zones.mjs'));
