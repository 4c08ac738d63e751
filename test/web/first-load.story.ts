import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));
const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

interface Ahead {
  readonly pages?: string;
  readonly language?: string;
  readonly files: readonly string[];
}

describe('a first visit', () => {
  let ahead: Ahead[];
  let program: string[];
  let api: RunningApi;
  let browser: Browser;
  let viewer: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    ahead = JSON.parse(readFileSync(`${built}/ahead.json`, 'utf8')) as Ahead[];
    const html = readFileSync(`${built}/index.html`, 'utf8');
    program = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR: built } }), openBrowser()]);
    viewer = await api.as('viewer', { name: 'Robert Tseng' });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  story('takes at most 300 kB over the wire for any page, in the longer language', () => {
    // Files under a kilobyte are not packed.
    const sizeOf = (file: string) =>
      (statSync(`${built}${file}.gz`, { throwIfNoEntry: false }) ?? statSync(`${built}${file}`)).size;
    const sizeOfAll = (files: readonly string[]) => files.reduce((sum, file) => sum + sizeOf(file), 0);
    const languages = ahead.filter(({ language }) => language !== undefined);
    const pages = ahead.filter((one) => one.pages !== undefined);
    const longest = Math.max(...languages.map(({ files }) => sizeOfAll(files)));
    const sizes = pages.map(({ files }) => sizeOfAll([...program, ...files]) + longest);
    expect(sizes.length).toBeGreaterThan(8);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300_000);
  });

  story.each(['/board', '/scoreboard', '/funnel'])(
    'asks for all that %s needs at once, and for nothing twice',
    async (path) => {
      const page = await pageOf(browser, viewer);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(path);
      await page.locator('[data-page-title]').waitFor();
      // Whatever is asked for after the page was read had to wait for the program to name it.
      const late = await page.evaluate<string[]>(`
        performance.getEntriesByType('resource')
          .filter(({ startTime }) => startTime > performance.getEntriesByType('navigation')[0].domInteractive)
          .map(({ name }) => new URL(name).pathname)`);
      const ofPage = ahead.filter((one) => one.language === 'en' || (one.pages && new RegExp(one.pages).test(path)));
      const needed = [...program, ...ofPage.flatMap(({ files }) => files)];
      expect(needed.filter((file) => !asked.includes(file))).toEqual([]);
      expect(needed.filter((file) => late.includes(file))).toEqual([]);
      const once = asked.filter((name) => needed.includes(name) || name === '/api/v1/session');
      expect(once).toEqual([...new Set(once)]);
      await page.context().close();
    },
  );

  story('packs a long answer for whoever reads that, and for nobody else', async () => {
    const asked = (encoding: string) => viewer.get('/people', { headers: { 'accept-encoding': encoding } });
    await Promise.all(['Ann', 'Ben', 'Cho', 'Dan', 'Eve', 'Fay'].map((name) => api.as('rep', { name })));
    const [packed, plain, refused] = await Promise.all([asked('br, gzip'), asked('identity'), asked('gzip;q=0')]);
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect([plain, refused].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, null]);
    expect(packed.body).toEqual(plain.body);
  });

  story('keeps the files for good and the page not at all', async () => {
    const script = program.find((file) => file.endsWith('.js'))!;
    const fetched = (address: string) => fetch(new URL(address, api.url), { headers: { 'accept-encoding': 'br' } });
    const [file, page] = await Promise.all([fetched(script), fetched('/board')]);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-encoding')).toBe('br');
    expect(file.headers.get('vary')).toContain('Accept-Encoding');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });
});
