import { date, newId, type Locale } from '@tandem/kernel';
import type { ActionView } from '../actions.reader';
import type { AgendaSummary, ItemView } from '../agendas.reader';
import { describedKinds, describeItem } from '../describe-item';
import type { AgendaFacts, OpportunityFact } from '../rules/agenda-facts';
import { composeAgenda } from '../rules/compose-agenda';
import { agendaLetter } from './agenda-letter';
import { letterHtml } from './agenda-letter.html';
import { letterText } from './agenda-letter.text';

const name = (en: string, zhTW: string | null = null) => ({ en, zhTW });
const money = (amountMinor: string) => ({ amountMinor, currency: 'TWD' });
const opportunity = (id: string, facts: Partial<OpportunityFact>): OpportunityFact => ({
  id,
  name: `Fleet <${id}> & "more"`,
  account: name('Acme', '艾可美'),
  owner: name('Ann', '安'),
  team: { id: 'north', name: name('North', '北區') },
  stage: name('Propose', '提案'),
  amount: money('1200000'),
  reportingMinor: 1_200_000n,
  amountBefore: null,
  reportingChange: null,
  closeDate: date('2026-02-20'),
  daysInStage: 44,
  staleDays: 30,
  stale: false,
  daysSlipped: null,
  lacksNextStep: false,
  nextStepDate: null,
  ...facts,
});
const figure = (key: string, standing: 'behind' | null) => ({
  key,
  period: '2026-Q1',
  betterWhen: 'higher' as const,
  additive: true,
  value: { unit: 'ratio' as const, ratio: '0.4' },
  previous: { unit: 'ratio' as const, ratio: '0.5' },
  target: { unit: 'ratio' as const, ratio: '1' },
  attainment: '0.4',
  pace: '0.9',
  standing,
});
const action = (id: string, state: 'open' | 'done' | 'dropped', now: number) => ({
  id,
  title: 'Call the three stuck hand-offs',
  owner: name('Ann', '安'),
  ownerId: 'ann',
  dueDate: date('2026-02-27'),
  state,
  figureKey: 'closings',
  before: { ...figure('closings', null), pace: '0.4' },
  now: { ...figure('closings', null), pace: `0.${now}` },
});
const conversion = (rowKey: string, changed: boolean) => ({
  rowKey,
  period: '2025-12-01..2026-03-01',
  from: name('Prospect', '開發'),
  to: name('Propose', '提案'),
  rate: '0.2',
  previousRate: '0.31',
  mature: 100,
  converted: 20,
  changed,
});
const many = (facts: Partial<OpportunityFact>) => ['1', '2', '3', '4'].map((id) => opportunity(id, facts));
const handOffs = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `h${place}`,
    opportunityId: `o${place}`,
    opportunity: 'Trial',
    account: null,
    from: name('Events', '活動'),
    to: { id: 'north', name: name('North', '北區') },
    dueAt: '2026-02-27T09:00:00.000Z',
    hoursLate: 40,
    reportingMinor: null,
  }));
const facts: AgendaFacts = {
  currency: 'TWD',
  meetingDate: date('2026-03-02'),
  actions: [
    action('a', 'open', 4),
    action('b', 'done', 7),
    action('c', 'dropped', 4),
    action('d', 'done', 3),
    action('e', 'done', 4),
  ],
  leftOpen: [
    {
      id: 'n',
      section: 'new',
      kind: 'note',
      subjectId: null,
      facts: { title: 'Fair in May', why: null },
      parkedAt: null,
      carried: 2,
      addedById: null,
    },
  ],
  figures: [figure('quota_attainment', 'behind'), figure('closings', null)],
  conversions: [conversion('propose', true)],
  opportunities: [
    opportunity('1', { daysSlipped: 10, stale: true, lacksNextStep: true, amountBefore: money('1') }),
    ...many({}),
    opportunity('9', { reportingMinor: 1n, amountBefore: money('5'), reportingChange: -4n }),
  ],
  handOffs: handOffs(1),
  feedback: {
    weekStart: date('2026-02-02'),
    leadQuality: { average: '3.8', count: 9 },
    followUp: { average: null, count: 1 },
  },
  mix: {
    period: '2026-Q1',
    families: [{ family: null, amount: money('10'), share: '0.6' }],
    others: { count: 2, amount: money('7'), share: '0.4' },
  },
  purse: { period: '2026-Q1', sales: money('10'), marketing: money('20') },
};
const busy: AgendaFacts = {
  ...facts,
  conversions: [conversion('propose', false)],
  opportunities: many({ daysSlipped: 10, stale: true, lacksNextStep: true, nextStepDate: date('2026-02-01') }),
  handOffs: handOffs(5),
};

const itemsOf = (given: AgendaFacts): ItemView[] =>
  composeAgenda(given).map((item, place) => ({
    ...item,
    id: newId(),
    agendaId: newId(),
    position: place + 1,
    subjectId: null,
    state: 'open',
    decision: null,
    parkedAt: null,
    addedBy: null,
    version: 1,
  }));
const items = [...itemsOf(facts), ...itemsOf(busy)];
const locales: Locale[] = ['en', 'zh-TW'];

describe.each(locales)('an agenda in %s', (locale) => {
  it('has words for every kind of item, with every fact filled in', () => {
    expect([...new Set(items.map(({ kind }) => kind))].toSorted()).toEqual([...describedKinds].toSorted());
    for (const item of items) {
      const { title, why } = describeItem(item, { locale, zone: 'Asia/Taipei' });
      expect(`${title} ${why}`).not.toMatch(/\{\{|\}\}|undefined|null|NaN|meetings:|meetings\.|figures:/);
      expect(title.length > 0 && why.length > 0).toBe(true);
    }
  });

  it('says why an opportunity is on it, with the threshold', () => {
    const [stalled] = items.filter(({ kind }) => kind === 'stalled');
    const said = stalled && describeItem(stalled, { locale, zone: 'UTC' });
    expect(said?.why).toBe(
      locale === 'en'
        ? '44 d in Propose; the threshold of this stage is 30 d. Ann.'
        : '在「提案」已 44 天；此階段門檻為 30 天。安。',
    );
  });

  const agenda: AgendaSummary = {
    id: newId(),
    seriesId: newId(),
    seriesKey: 'weekly',
    seriesName: 'Weekly <joint> meeting',
    seriesNameZh: '業務行銷週會',
    isoWeek: '2026-W10',
    meetingDate: date('2026-03-02'),
    startsAt: new Date('2026-03-02T01:30:00Z'),
    endsAt: new Date('2026-03-02T02:00:00Z'),
    zone: 'Asia/Taipei',
    composedAt: new Date('2026-03-01T01:30:00Z'),
    startedAt: null,
    presentItemId: null,
    sectionSince: null,
    minutesAt: null,
    state: 'composed',
    open: items.length,
    chair: { id: newId(), name: 'Ann', nameZh: '安' },
    version: 1,
  };
  const own = [{ title: 'Call "them"', dueDate: date('2026-02-27'), owner: agenda.chair } as unknown as ActionView];
  const letter = (all: readonly ItemView[], most = 40) =>
    agendaLetter(
      { agenda, items: all, own, reader: { name: 'Wang', locale }, url: 'https://tandem.example/meetings/1' },
      most,
    );

  it('shows the time on the wall of the series', () => {
    expect(letter(items).when).toContain('09:30');
  });

  it('shows the same in HTML and in text: every address and every number', () => {
    const html = letterHtml(letter(items));
    const text = letterText(letter(items));
    const visible = html
      .replace(/<title>.*?<\/style>/gs, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&nbsp;|&#39;/g, ' ');
    for (const number of visible.match(/\d[\d,.]*\d|\d/g) ?? []) expect(text).toContain(number);
    for (const [, address = ''] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(address);
  });

  it('puts the marks of its own language around what it joins', () => {
    const text = letterText(letter(items));
    expect(text).toContain(
      locale === 'en'
        ? 'Open the meeting: https://tandem.example/meetings/1'
        : '開啟會議：https://tandem.example/meetings/1',
    );
    expect(text).toContain(
      locale === 'en' ? '* Call "them" (overdue since 27 Feb 2026)' : '* Call "them"（自 2026年2月27日 起逾期）',
    );
  });

  it('lets no name become markup', () => {
    const html = letterHtml(letter(items));
    expect(html).not.toContain('<1>');
    expect(html).toContain('Fleet &lt;1&gt; &amp; &quot;more&quot;');
  });

  it('stays below what mail programs cut off, and says how much more there is', () => {
    const hundreds = Array.from({ length: 40 }, () => items).flat();
    const html = letterHtml(letter(hundreds, 12));
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toMatch(locale === 'en' ? /and \d+ more on the page/ : /另有 \d+ 項/);
  });

  it('names what is to decide apart from all that stands on the agenda', () => {
    const some = items.filter(({ kind }) => kind === 'stalled' || kind === 'purse').slice(0, 2);
    expect(letter(some).subject).toMatch(
      locale === 'en' ? /: 1 point to decide, 2 items in all$/ : /：1 項待決議，議程共 2 項$/,
    );
  });

  it('says so when there is nothing to decide', () => {
    const quiet = letter([]);
    expect(quiet.subject).toMatch(locale === 'en' ? /nothing to decide this week$/ : /本週無待決議事項$/);
    expect(letterText(quiet)).toContain(quiet.nothing);
  });
});
