import fc from 'fast-check';
import { date } from '@tandem/kernel';
import {
  sections,
  type AgendaFacts,
  type ConversionFact,
  type FigureFact,
  type HandOffFact,
  type LeftOpen,
  type OpportunityFact,
} from './agenda-facts';
import { asksForDecision, composeAgenda } from './compose-agenda';
import { listProblems, singleProblems } from './list-problems';

const name = (en: string) => ({ en, zhTW: null });
const team = (id: string) => ({ id, name: name(`Team ${id}`) });
const usd = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'USD' });

const opportunity = (id: string, facts: Partial<OpportunityFact> = {}): OpportunityFact => ({
  id,
  name: `Deal ${id}`,
  account: null,
  owner: name('Ann'),
  team: team('a'),
  stage: name('Propose'),
  amount: null,
  reportingMinor: null,
  amountBefore: null,
  reportingChange: null,
  closeDate: null,
  daysInStage: 3,
  staleDays: 30,
  stale: false,
  daysSlipped: null,
  lacksNextStep: false,
  nextStepDate: null,
  ...facts,
});
const handOff = (id: string, facts: Partial<HandOffFact> = {}): HandOffFact => ({
  id,
  opportunityId: `o${id}`,
  opportunity: `Deal ${id}`,
  account: null,
  from: name('Marketing'),
  to: team('a'),
  dueAt: '2026-03-01T09:00:00.000Z',
  hoursLate: 5,
  reportingMinor: null,
  ...facts,
});
const conversion = (rowKey: string, facts: Partial<ConversionFact> = {}): ConversionFact => ({
  rowKey,
  period: '2026-Q1',
  from: name('Prospect'),
  to: name('Propose'),
  rate: '0.3000',
  previousRate: '0.3000',
  mature: 100,
  converted: 30,
  changed: false,
  ...facts,
});
const figureOf = (key: string): FigureFact => ({
  key,
  period: '2026-Q1',
  betterWhen: 'higher',
  additive: true,
  value: null,
  previous: null,
  target: null,
  attainment: null,
  pace: null,
  standing: null,
});
const nothing: AgendaFacts = {
  currency: 'USD',
  meetingDate: date('2026-03-02'),
  actions: [],
  leftOpen: [],
  figures: [],
  conversions: [],
  opportunities: [],
  handOffs: [],
  feedback: null,
  mix: null,
  purse: null,
};
const compose = (facts: Partial<AgendaFacts>) => composeAgenda({ ...nothing, ...facts });
const kinds = (facts: Partial<AgendaFacts>) => compose(facts).map(({ kind }) => kind);

describe('an agenda writes itself', () => {
  it('has nothing to decide when there is nothing', () => {
    expect(compose({})).toEqual([]);
    expect(asksForDecision([])).toBe(false);
  });

  it('puts the number before the other figures', () => {
    expect(
      compose({ figures: [figureOf('closings'), figureOf('quota_attainment')] }).map(({ facts }) => facts.key),
    ).toEqual(['quota_attainment', 'closings']);
  });

  it('calls a fall of five points beyond chance a leak', () => {
    expect(
      kinds({
        conversions: [
          conversion('propose', { rate: '0.2500', changed: true }),
          conversion('negotiate', { rate: '0.2501', changed: true }),
          conversion('define_needs', { rate: '0.1000', changed: false }),
        ],
      }),
    ).toEqual(['leak']);
  });

  it('names the step that loses most when nothing changed', () => {
    const [item] = compose({ conversions: [conversion('a', { mature: 10, converted: 2 }), conversion('b')] });
    expect(item).toMatchObject({ kind: 'weakest_step', facts: { rowKey: 'b' } });
  });

  it('names the largest opportunities and those that moved most, each once', () => {
    const sized = (id: string, minor: number, before: number | null = null) =>
      opportunity(id, {
        amount: usd(minor),
        reportingMinor: BigInt(minor),
        amountBefore: before === null ? null : usd(before),
        reportingChange: before === null ? null : BigInt(minor - before),
      });
    const items = compose({
      opportunities: [
        sized('1', 9, 1),
        sized('2', 8),
        sized('3', 7),
        sized('4', 6),
        sized('5', 5),
        sized('6', 4, 3),
        sized('7', 3),
      ],
    });
    expect(items.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).toEqual([
      'largest 1',
      'largest 2',
      'largest 3',
      'largest 4',
      'largest 5',
      'moved_most 6',
    ]);
  });

  it('lists few problems one by one and many by team with the worst named', () => {
    const slipped = (id: string, daysSlipped: number, teamId = 'a') =>
      opportunity(id, { daysSlipped, team: team(teamId), reportingMinor: 100n });
    expect(kinds({ opportunities: ['1', '2', '3'].map((id) => slipped(id, 4)) })).toEqual(
      expect.arrayContaining(['slipped', 'slipped', 'slipped']),
    );
    const many = [1, 2, 3, 4, 5, 6, 7].map((days) => slipped(`a${days}`, days)).concat(slipped('b', 9, 'b'));
    const [first, second] = listProblems(many, [], 'USD');
    expect(first).toMatchObject({
      kind: 'slipped_of_team',
      facts: {
        teamId: 'a',
        count: 7,
        total: usd(700),
        uncounted: 0,
        worst: [{ name: 'Deal a7', over: 7 }, {}, {}, {}, {}],
      },
    });
    expect(second).toMatchObject({ facts: { teamId: 'b', count: 1 } });
  });

  it('says what the sides said of each other only where it is told', () => {
    const said = (leads: string | null, followUp: string | null) => ({
      weekStart: date('2026-02-23'),
      leadQuality: { average: leads, count: 4 },
      followUp: { average: followUp, count: 1 },
    });
    expect(compose({ feedback: said('3.8', null) })).toMatchObject([
      { section: 'voices', kind: 'feedback', facts: { leadQuality: { average: '3.8' }, followUp: { average: null } } },
    ]);
    expect(compose({ feedback: said(null, null) })).toEqual([]);
  });

  const leftOpen = (facts: Partial<LeftOpen>): LeftOpen => ({
    id: 'before',
    section: 'problems',
    kind: 'slipped',
    subjectId: '1',
    facts: {},
    parkedAt: null,
    carried: 0,
    addedById: null,
    ...facts,
  });

  it('carries a problem that is still there, with one more meeting on its back', () => {
    const [item] = compose({
      opportunities: [opportunity('1', { daysSlipped: 9 })],
      leftOpen: [leftOpen({ carried: 2 })],
    });
    expect(item).toMatchObject({ kind: 'slipped', carried: 3, carriedFromId: 'before', facts: { over: 9 } });
  });

  it('does not carry a problem that is gone', () => {
    expect(compose({ leftOpen: [leftOpen({})] })).toEqual([]);
  });

  const parkedAt = new Date('2026-03-02T09:10:00Z');

  it('takes over what the meeting parked even if it is no problem any more, once, with one more meeting on its back', () => {
    const parked = leftOpen({ section: 'major', kind: 'largest', facts: { name: 'Deal 1' }, parkedAt });
    const taken = expect.objectContaining({
      kind: 'largest',
      carried: 1,
      carriedFromId: 'before',
      facts: parked.facts,
    });
    expect(compose({ leftOpen: [parked] })).toEqual([taken]);
    const still = { opportunities: [opportunity('1', { daysSlipped: 9 })], leftOpen: [leftOpen({ parkedAt })] };
    const slipped = compose(still).filter(({ kind }) => kind === 'slipped');
    expect(slipped).toMatchObject([{ carried: 1, carriedFromId: 'before', facts: { over: 9 } }]);
  });

  it('does not take over a parked action: one that is still due comes by itself', () => {
    expect(compose({ leftOpen: [leftOpen({ section: 'actions', kind: 'action_due', parkedAt })] })).toEqual([]);
  });

  it('carries what people added as they said it', () => {
    const added = leftOpen({
      section: 'new',
      kind: 'note',
      subjectId: null,
      facts: { title: 'Fair in May' },
      addedById: 'ann',
    });
    expect(compose({ leftOpen: [added] })).toEqual([
      expect.objectContaining({
        kind: 'note',
        carried: 1,
        carriedFromId: 'before',
        addedById: 'ann',
        facts: { title: 'Fair in May' },
      }),
    ]);
  });

  it('tells how the figure an action was meant to move stood then and now: its pace where it only grows', () => {
    const action = {
      id: '1',
      title: 'Call back',
      owner: name('Ann'),
      ownerId: 'p',
      dueDate: date('2026-02-27'),
      state: 'done',
      figureKey: 'closings',
    } as const;
    const closings = (pace: string | null, value = 4): FigureFact => ({
      ...figureOf('closings'),
      value: { unit: 'count', count: value },
      pace,
    });
    const cost = (ratio: string): FigureFact => ({
      ...figureOf('sales_expense_ratio'),
      betterWhen: 'lower',
      additive: false,
      value: { unit: 'ratio', ratio },
    });
    const items = compose({
      actions: [
        { ...action, before: closings('0.9'), now: closings('1.1', 7) },
        { ...action, id: '2', before: closings('0.9'), now: closings('0.8', 7) },
        { ...action, id: '3', before: closings(null), now: closings('1.1', 7) },
        { ...action, id: '4', before: cost('0.2'), now: cost('0.18') },
        { ...action, id: '5', before: null, now: cost('0.18') },
        { ...action, id: '6', state: 'dropped', before: cost('0.2'), now: cost('0.18') },
      ],
    });
    const effects = items.map(({ facts }) => (facts.movement as { effect: string } | null)?.effect ?? null);
    expect(effects).toEqual(['better', 'worse', null, 'better', null, null]);
  });
});

describe('the laws of an agenda', () => {
  const days = fc.option(fc.integer({ min: 1, max: 400 }));
  const opportunities = fc.array(
    fc.record({
      daysSlipped: days,
      daysInStage: fc.integer({ min: 0, max: 300 }),
      lacksNextStep: fc.boolean(),
      teamId: fc.constantFrom('a', 'b', 'c'),
      stale: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  const built = opportunities.map((all) =>
    all.map(({ teamId, ...facts }, place) => opportunity(`o${place}`, { ...facts, team: team(teamId) })),
  );
  const handOffs = fc
    .array(fc.constantFrom('a', 'b'), { maxLength: 20 })
    .map((teams) => teams.map((teamId, place) => handOff(`h${place}`, { to: team(teamId), hoursLate: place })));

  it('has every problem in exactly one item', () => {
    fc.assert(
      fc.property(built, handOffs, (open, offered) => {
        const expected = [
          ...offered.map(({ id }) => `hand_off_overdue ${id}`),
          ...open.filter(({ daysSlipped }) => daysSlipped !== null).map(({ id }) => `slipped ${id}`),
          ...open.filter(({ stale }) => stale).map(({ id }) => `stalled ${id}`),
          ...open.filter(({ lacksNextStep }) => lacksNextStep).map(({ id }) => `no_next_step ${id}`),
        ];
        const covered = listProblems(open, offered, 'USD').flatMap(({ kind, subjectId, facts }) =>
          subjectId === null
            ? (facts.ids as string[]).map((id) => `${kind.replace('_of_team', '')} ${id}`)
            : [`${kind} ${subjectId}`],
        );
        expect(covered.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('stays readable: a kind of problem takes at most one item a team, or a few single ones', () => {
    fc.assert(
      fc.property(built, (open) => {
        for (const kind of ['slipped', 'stalled', 'no_next_step']) {
          const items = listProblems(open, [], 'USD').filter((item) => item.kind.startsWith(kind));
          expect(items.length).toBeLessThanOrEqual(singleProblems);
        }
      }),
    );
  });

  it('keeps the order of the sections, and within one the longest carried first', () => {
    fc.assert(
      fc.property(built, fc.array(fc.integer({ min: 0, max: 5 })), (open, carried) => {
        const leftOpen = carried.map((times, place) => ({
          id: `l${place}`,
          section: 'new' as const,
          kind: 'note',
          subjectId: null,
          facts: {},
          parkedAt: null,
          carried: times,
          addedById: null,
        }));
        const items = compose({ opportunities: open, leftOpen });
        const places = items.map(({ section }) => sections.indexOf(section));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        const added = items.filter(({ section }) => section === 'new').map((item) => item.carried);
        expect(added).toEqual(added.toSorted((one, other) => other - one));
        expect(added.length).toBe(carried.length);
      }),
    );
  });
});
