import { onSupportedNode } from './node-version.mjs';

onSupportedNode(() => import('./acts/build-product.mjs'));
