import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/run-benches.mjs'));
