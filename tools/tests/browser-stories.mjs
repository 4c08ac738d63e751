import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/settings.mjs';

const folder = path.join(root, 'test', 'web');
const title = /^\s*(?:it|test|story)\(\s*(['"`])(.+?)\1/gm;

/** The names of the stories that need a browser, read from their files because they are not to be run. */
export function browserStories() {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.story.ts'));
  return files.flatMap((file) => {
    const titles = [...readFileSync(path.join(folder, file), 'utf8').matchAll(title)].map(([, , name]) => name);
    return titles.map((name) => `${file.replace('.story.ts', '')}: ${name}`);
  });
}
