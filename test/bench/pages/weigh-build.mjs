// What the built pages weigh, packed with gzip: the sizes of the files themselves, not of one visit.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../tools/launcher/settings.mjs';
import { shareOut } from './share-out.mjs';

const built = path.join(root, 'dist', 'web');

/** Kilobytes of a first visit to each page, of what only the board needs, and of what no page needs at once. */
export function weighBuild() {
  const ahead = JSON.parse(readFileSync(path.join(built, 'ahead.json'), 'utf8'));
  const html = readFileSync(path.join(built, 'index.html'), 'utf8');
  const program = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
  const assets = readdirSync(path.join(built, 'assets'))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `/assets/${name}`);
  return shareOut({ ahead, program, assets, sizeOf });
}

/** Files under a kilobyte are not packed. */
function sizeOf(file) {
  const whole = path.join(built, file);
  return (statSync(`${whole}.gz`, { throwIfNoEntry: false }) ?? statSync(whole)).size;
}
