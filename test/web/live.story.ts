import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { AgendaWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { AgendaPlanner } from '@tandem/meetings';
import type { Browser, Page } from 'playwright-core';
import { aSeries } from '../builders/a-series';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { openBrowser, pageOf } from './open-browser';

const skipped = process.env['BROWSER_STORIES'] === 'skip';
const story = skipped ? test.skip : test;

describe('a meeting that everybody sees at once', () => {
  let api: RunningApi;
  let browser: Browser;
  let chair: SignedInClient;
  let member: SignedInClient;
  let agendaId: string;
  const waitedLong = 'Who owns the partner channel?';

  beforeAll(async () => {
    if (skipped) return;
    const WEB_DIR = fileURLToPath(new URL('../../dist/web', import.meta.url));
    // The browser keeps cookies by its own clock, so that of the server stands where it really is.
    const clock = new FixedClock(new Date().toISOString());
    [api, browser] = await Promise.all([startApi({ environment: { WEB_DIR }, clock }), openBrowser()]);
    chair = await api.as('manager', { name: 'Ann Lee' });
    member = await api.as('marketer', { name: 'Ben Chou', locale: 'zh-TW' });
    await api.as('rep', { name: 'Ann Wu' });
    await api.as('revenue_officer', { name: 'Cora Wei' });
    await aSeries(api, { chair: chair.person, members: [member.person] }, { agendaLeadMinutes: 7 * 24 * 60 });
    await api.act(() => api.app.get(AgendaPlanner, { strict: false }).planDue());
    agendaId = (await chair.get('/agendas')).body.items[0].id;
    await chair.post(`/agendas/${agendaId}/items`, { title: 'Channel B costs more than it brings' });
    await chair.post(`/agendas/${agendaId}/items`, { title: 'Fair in May', why: 'The stand must be booked' });
    await chair.post(`/agendas/${agendaId}/items`, { title: 'A booth at the autumn show' });
    const { body: old } = await chair.post(`/agendas/${agendaId}/items`, { title: waitedLong });
    await api.database.write(() =>
      api.database.run('UPDATE agenda_item SET carried = 3 WHERE id = ?', [bin(old.id as string)]),
    );
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const agenda = async () => (await chair.get(`/agendas/${agendaId}`)).body as AgendaWire;

  story('an action that one types in one line is on the screen of the other within a second', async () => {
    const [one, other] = [await pageOf(browser, chair), await pageOf(browser, member)];
    await one.goto(`/meetings/${agendaId}`);
    await other.goto(`/meetings/${agendaId}/run`);
    await other.getByText('會議尚未開始').waitFor();
    await one.getByRole('link', { name: 'Run the meeting' }).click();
    await Promise.all([one.getByText('Live', { exact: true }).waitFor(), other.getByText('即時').waitFor()]);
    await one.getByRole('button', { name: 'Begin the meeting' }).click();
    await other
      .getByText(/剩餘 \d+:\d\d/)
      .first()
      .waitFor();
    expect(await other.locator('#present-item').innerText()).toBe(await titleOf(await agenda(), 'zh-TW'));
    const line = one.getByRole('textbox', { name: 'New action in one line' });
    const times: number[] = [];
    const keys: number[] = [];
    for (const title of [
      'Fix the MQL reject reasons',
      'Ask finance for the May budget',
      'Call the five oldest offers',
    ]) {
      const said = `${title} @Ben Chou fri`;
      await line.fill(said);
      // The key that leads to the line, the line, Enter: no dialog, no field, no click.
      keys.push(1 + said.length + 1);
      const since = performance.now();
      await line.press('Enter');
      await other
        .getByRole('region', { name: /本次會議的待辦/ })
        .getByText(title)
        .waitFor({ timeout: 3_000 });
      times.push(performance.now() - since);
      await one.getByText(`Recorded: ${title}`).waitFor();
    }
    process.stdout.write(
      `an action in one line: ${keys.join(', ')} keys and no click; on the other screen after ${times.map((ms) => Math.round(ms)).join(', ')} ms\n`,
    );
    await Promise.all([one.context().close(), other.context().close()]);
  });

  story(
    'what was carried over three times turns red and asks; it cannot be parked, and by keys it is escalated',
    async () => {
      const page = await pageOf(browser, chair);
      await page.goto(`/meetings/${agendaId}/run`);
      await turnTo(page, waitedLong);
      await page.getByRole('group', { name: 'Carried over 3 times. What becomes of it?' }).waitFor();
      expect(await page.locator('[data-item][data-pressing]').count()).toBe(1);
      await page.keyboard.press('p');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect({ colorScheme, serious: await seriousFaults(page) }).toEqual({ colorScheme, serious: [] });
      }
      await page.keyboard.press('e');
      await page.getByRole('dialog', { name: 'Escalate: who decides?' }).waitFor();
      expect(await page.getByLabel('What will be done?').inputValue()).toBe(`Decide: ${waitedLong}`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page
        .getByRole('region', { name: /^Agreed at this meeting/ })
        .getByText(`Decide: ${waitedLong}`)
        .waitFor();
      const { items, actions } = await agenda();
      expect(items.find(({ title }) => title === waitedLong)).toMatchObject({ state: 'actioned', parked: false });
      expect(actions.find(({ title }) => title === `Decide: ${waitedLong}`)?.owner.name.en).toBe('Cora Wei');
      await page.context().close();
    },
  );

  story('by keyboard alone: on, decide, and an action of which the line asks what it does not say', async () => {
    const page = await pageOf(browser, chair);
    await page.goto(`/meetings/${agendaId}/run`);
    await page.getByRole('textbox', { name: 'New action in one line' }).waitFor();
    await turnTo(page, 'Channel B costs more than it brings');
    await page.keyboard.press('d');
    await page.getByRole('textbox', { name: 'Decision' }).waitFor();
    await page.keyboard.type('Pause channel B until December');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Decisions (1)' }).getByText('Pause channel B until December').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Fair in May' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.type('Book the stand @Ann');
    await page.keyboard.press('Enter');
    await page.getByText('“Ann”: who is meant?').waitFor();
    await page.getByText('Please fill this in.').first().waitFor();
    await page.keyboard.type(' W');
    await page.keyboard.press('Tab');
    await page.keyboard.type('+2d');
    await page.keyboard.press('Enter');
    await page.getByText('Recorded: Book the stand').waitFor();
    const { items, actions, meetingDate } = await agenda();
    expect(items.find(({ title }) => title === 'Fair in May')?.state).toBe('actioned');
    const booked = actions.find(({ title }) => title === 'Book the stand');
    expect([booked?.owner.name.en, booked?.dueDate]).toEqual(['Ann Wu', dayAfter(meetingDate, 2)]);
    await page.keyboard.press('Escape');
    await page.context().close();
  });

  story('what somebody else opens is on the board without asking for it', async () => {
    const page = await pageOf(browser, chair);
    const listening = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/changes'));
    await page.goto('/board');
    await listening;
    await anOpportunity(chair, { name: 'Seen by everybody' });
    await page.getByText('Seen by everybody').first().waitFor({ timeout: 3_000 });
    await page.context().close();
  });

  story('nothing serious stands in the way of anybody, in both languages and both schemes', async () => {
    const [desk, phone] = [await pageOf(browser, chair), await pageOf(browser, member, { width: 390, height: 844 })];
    for (const page of [desk, phone]) {
      await page.goto(`/meetings/${agendaId}/run`);
      await page.locator('#present-item').waitFor();
    }
    await desk.getByRole('textbox', { name: 'New action in one line' }).fill('Fix the reasons @Ann 13/45');
    await desk.getByText('“13/45” is no day. By when?').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const page of [desk, phone]) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
        expect({ colorScheme, serious: await seriousFaults(page) }).toEqual({ colorScheme, serious: [] });
      }
    }
    await Promise.all([desk.context().close(), phone.context().close()]);
  });

  story('the meeting ends by keys alone: parked, read back, and its minutes sent once to both sides', async () => {
    const phone = { width: 390, height: 844 };
    const [page, other] = [await pageOf(browser, chair), await pageOf(browser, member, phone)];
    await Promise.all([page.goto(`/meetings/${agendaId}/run`), other.goto(`/meetings/${agendaId}/run`)]);
    await turnTo(page, 'A booth at the autumn show');
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Parked for the next meeting (1)' }).getByText('A booth').waitFor();
    await other.getByRole('region', { name: '暫緩至下次會議（1）' }).waitFor({ timeout: 3_000 });
    const out = page.getByRole('region', { name: 'Read back' });
    for (const said of ['Pause channel B until December', 'Book the stand', 'A booth at the autumn show']) {
      await out.getByText(said).waitFor();
    }
    await out.getByText('They go to 2 members of both sides, each in their language.').waitFor();
    await page.keyboard.press('n');
    await page.locator('button:focus', { hasText: 'Close and send minutes' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ colorScheme, serious: await seriousFaults(page) }).toEqual({ colorScheme, serious: [] });
    }
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: 'Really send to 2 members?' }).waitFor();
    await page.keyboard.press('Enter');
    await out.getByText(/Minutes sent .* to 2 members\./).waitFor();
    await other.getByText(/會議紀錄已於 .* 寄給 2 位成員。/).waitFor({ timeout: 3_000 });
    expect(await other.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const { version, state, minutes } = await agenda();
    expect([state, minutes?.deliveries.map(({ person, locale }) => [person.name.en, locale])]).toEqual([
      'held',
      [
        ['Ann Lee', 'en'],
        ['Ben Chou', 'zh-TW'],
      ],
    ]);
    const again = (await chair.post(`/agendas/${agendaId}/minutes`, undefined, { version })).body as AgendaWire;
    expect(again.minutes).toEqual(minutes);
    await page.goto(`/meetings/${agendaId}`);
    await page.getByRole('region', { name: 'Minutes' }).getByRole('listitem').nth(1).waitFor();
    await Promise.all([page.context().close(), other.context().close()]);
  });

  /** Goes on by `n` until an item is the present one. */
  async function turnTo(page: Page, title: string): Promise<void> {
    const present = page.locator('#present-item');
    await present.waitFor();
    while ((await present.innerText()) !== title) {
      const before = await present.innerText();
      await page.keyboard.press('n');
      await page.locator('#present-item', { hasNotText: before }).waitFor();
    }
  }

  /** The present item as the reader of a language sees it. */
  function titleOf({ progress }: AgendaWire, language: string): Promise<string> {
    return chair
      .get(`/agendas/${agendaId}`, { headers: { 'accept-language': language } })
      .then(({ body }) => (body as AgendaWire).items.find(({ id }) => id === progress?.itemId)?.title ?? '');
  }
});

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
