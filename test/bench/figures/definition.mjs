// Prints of what the sums of figures would be made at present, as the product says it: sums of anything else are not read.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../tools/launcher/settings.mjs';

const part = (place) => import(pathToFileURL(path.join(root, 'dist', ...place.split('/'))).href);
const { withProduct } = await part('apps/cli/src/product.js');
const { FoldSettingReader } = await part('libs/metrics/src/index.js');
const setting = await withProduct((product) => product.get(FoldSettingReader, { strict: false }).read());
console.log(setting?.definition ?? '');
