import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { VerificationService } from '@tandem/verification';
import type { Browser } from 'playwright-core';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { asOwner, type Owner } from '../verification/owner';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('the health of the records in a browser', () => {
  let api: RunningApi;
  let owner: Owner;
  let browser: Browser;
  let admin: SignedInClient;

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    owner = await asOwner();
    admin = await api.as('administrator');
    const manager = await api.as('manager');
    for (const minor of ['100', '200'])
      await anOpportunity(manager, { amount: { amountMinor: minor, currency: 'USD' } });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await owner?.close();
    await api?.stop();
  });

  const tend = () => api.act(() => api.app.get(VerificationService, { strict: false }).tend());

  story('an administrator asks for a verification, stops it, asks again and reads that every law holds', async () => {
    const page = await pageOf(browser, admin);
    await page.goto('/administration/health');
    await page.getByText('Nothing has been verified yet').first().waitFor();
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('Waiting for a worker').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Waiting for a worker').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('Waiting for a worker').waitFor();
    await tend();
    await page.getByText(/All \d+ rules hold/).waitFor();
    await page.getByText('Every row of a log carries the hash of itself and of all rows before it.').waitFor();
    expect(await page.getByText('The records contradict each other').count()).toBe(0);
    await page.context().close();
  });

  story('when something is off a red line says so on every page, and leads to what to do', async () => {
    const restore = await owner.keep(['opportunity']);
    await owner.run('UPDATE opportunity SET amount_minor = amount_minor + 1');
    await admin.post('/verifications');
    await tend();
    const page = await pageOf(browser, admin, { width: 390, height: 844 });
    await page.goto('/import');
    const line = page
      .getByRole('alert')
      .filter({ hasText: 'The records contradict each other: one rule does not hold.' });
    await line.getByRole('link', { name: 'Look at it' }).click();
    await page.getByText('2 rows do not fit').first().waitFor();
    await page.getByText('The log is what happened: compare both').waitFor();
    const faults = (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;
    expect(faults.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
      [],
    );
    await page.getByRole('table').getByRole('link').first().click();
    await page.waitForURL(/\/opportunities\//);
    await line.waitFor();
    await page.context().close();
    await restore();
  });

  story('nobody else sees the line or the page', async () => {
    const page = await pageOf(browser, await api.as('manager'));
    await page.goto('/administration/health');
    await page.getByText('Only an administrator sees this page').waitFor();
    expect(await page.getByText('The records contradict each other').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Health' }).count()).toBe(0);
    await page.context().close();
  });
});
