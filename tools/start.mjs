import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/start-product.mjs'));
