// The web with hot replacement, in a process of its own; the API is reached through it, so that cookies are of one origin.
import path from 'node:path';
import { createServer } from 'vite';
import { root } from '../launcher/settings.mjs';

const vite = await createServer({
  configFile: path.join(root, 'apps', 'web', 'vite.config.ts'),
  clearScreen: false,
  server: { proxy: { '/api': process.env.API_ADDRESS } },
});
await vite.listen();
vite.printUrls();
