import { date, newId, type Id } from '@tandem/kernel';
import { earliestDay, foldHistory, type Books, type KnownState } from './load-history';

const id = newId<'opportunity'>();
const [open, won] = [newId<'stage'>(), newId<'stage'>()] as const;
const [ownerId, teamId] = [newId<'person'>(), newId<'team'>()] as const;
const books: Books = {
  reportingCurrency: 'TWD',
  zone: 'Asia/Taipei',
  rateOn: () => ({ rate: '32', rateDate: date('2017-01-01') }),
};
const opportunity = {
  id,
  accountId: null,
  productId: null,
  bookingType: 'new_business',
  costMinor: null,
  sourceId: null,
  campaignId: null,
} as const;

const state = (at: string, stageId: Id<'stage'>, change: Partial<KnownState> = {}): KnownState => ({
  stageId,
  outcome: stageId === won ? 'won' : 'open',
  amountMinor: 10_000n,
  currency: 'USD',
  closeDate: stageId === won ? date(at.slice(0, 10)) : null,
  ownerId,
  teamId,
  probability: null,
  at: new Date(at),
  recordedAt: new Date('2018-01-01T00:00:00Z'),
  precision: 'day',
  origin: 'import_event',
  actorId: null,
  reasonKey: null,
  note: null,
  ...change,
});
const lines = (states: readonly KnownState[]) =>
  foldHistory(opportunity, states, books).bookings.map(({ amountMinor, reportingAmountMinor, bookingDate }) => [
    amountMinor,
    reportingAmountMinor,
    bookingDate,
  ]);

describe('loading a known history', () => {
  it('makes one move and one version of every state that changes something', () => {
    const states = [
      state('2017-01-05T04:00:00Z', open),
      state('2017-01-06T04:00:00Z', open),
      state('2017-02-01T04:00:00Z', won),
    ];
    const { moves, standing } = foldHistory(opportunity, states, books);
    expect(moves.map(({ seq, version, stageFromId, stageToId }) => [seq, version, stageFromId, stageToId])).toEqual([
      [1, 1, null, open],
      [2, 2, open, won],
    ]);
    expect(standing).toMatchObject({ lastSeq: 2, version: 2, stageEnteredAt: new Date('2017-02-01T04:00:00Z') });
  });

  it('books a win on its close date at the rate of that day', () => {
    expect(lines([state('2017-01-05T04:00:00Z', open), state('2017-02-01T04:00:00Z', won)])).toEqual([
      [10_000n, 3_200n, '2017-02-01'],
    ]);
  });

  it('takes nothing back before it was booked, however early it was reopened', () => {
    const states = [
      state('2017-02-01T04:00:00Z', won, { closeDate: date('2017-04-20') }),
      state('2017-02-05T04:00:00Z', open),
    ];
    expect(lines(states).map((line) => line[2])).toEqual(['2017-04-20', '2017-04-20']);
  });

  it('takes the booking back on the day of a reopening and books the second win anew', () => {
    expect(
      lines([
        state('2017-01-05T04:00:00Z', open),
        state('2017-02-01T04:00:00Z', won),
        state('2017-04-30T20:00:00Z', open),
        state('2017-05-09T04:00:00Z', won, { amountMinor: 12_000n }),
      ]),
    ).toEqual([
      [10_000n, 3_200n, '2017-02-01'],
      [-10_000n, -3_200n, '2017-05-01'],
      [12_000n, 3_840n, '2017-05-09'],
    ]);
  });

  it('corrects the amount of what stays won on the date of the booking, recorded when it was learned', () => {
    const states = [state('2017-02-01T04:00:00Z', won), state('2017-02-01T04:00:00Z', won, { amountMinor: 9_000n })];
    expect(lines(states)).toEqual([
      [10_000n, 3_200n, '2017-02-01'],
      [-10_000n, -3_200n, '2017-02-01'],
      [9_000n, 2_880n, '2017-02-01'],
    ]);
  });

  it('corrects what stays won for whom and for what it was booked then, whoever moves later', () => {
    const [sourceId, campaignId] = [newId<'source'>(), newId<'campaign'>()] as const;
    const [ben, south] = [newId<'person'>(), newId<'team'>()] as const;
    const begun = { ...opportunity, costMinor: 4_000n, sourceId, campaignId };
    const { standing } = foldHistory(begun, [state('2017-02-01T04:00:00Z', won)], books);
    const known = { ...opportunity, sourceId: newId<'source'>() };
    const moved = state('2017-02-01T04:00:00Z', won, { ownerId: ben, teamId: south });
    const after = foldHistory(known, [moved, { ...moved, amountMinor: 10_001n }], books, standing);
    expect(after.standing.state).toMatchObject({ ownerId: ben, teamId: south });
    const shares = { ownerId, teamId, sourceId, campaignId };
    expect(after.bookings).toMatchObject([
      { ...shares, amountMinor: -10_000n, costMinor: -4_000n },
      { ...shares, amountMinor: 10_001n, costMinor: 4_000n, reportingCostMinor: 1_280n },
    ]);
  });

  it('books what is won anew for whoever wins it then', () => {
    const ben = newId<'person'>();
    const { standing } = foldHistory(opportunity, [state('2017-02-01T04:00:00Z', won)], books);
    const again = [state('2017-04-30T20:00:00Z', open), state('2017-05-09T04:00:00Z', won, { ownerId: ben })];
    const { bookings } = foldHistory(opportunity, again, books, standing);
    expect(bookings).toMatchObject([
      { ownerId, amountMinor: -10_000n },
      { ownerId: ben, amountMinor: 10_000n },
    ]);
  });

  it('goes on from where a kept history stands', () => {
    const before = foldHistory(opportunity, [state('2017-01-05T04:00:00Z', open)], books).standing;
    const { moves } = foldHistory(opportunity, [state('2017-02-01T04:00:00Z', won)], books, before);
    expect(moves).toMatchObject([{ seq: 2, version: 2, stageFromId: open, stageToId: won }]);
  });

  it('says the earliest day that anything new is dated on', () => {
    const dayOf = (states: readonly KnownState[], from: Parameters<typeof foldHistory>[3] = null) =>
      earliestDay(foldHistory(opportunity, states, books, from), books.zone);
    const begun = state('2017-01-05T04:00:00Z', open);
    const early = state('2017-02-01T04:00:00Z', won, { closeDate: date('2016-12-30') });
    const { standing } = foldHistory(opportunity, [begun], books);
    expect(dayOf([begun])).toBe('2017-01-05');
    expect(dayOf([early], standing)).toBe('2016-12-30');
    expect(dayOf([begun], standing)).toBeNull();
    const kept = foldHistory(opportunity, [begun, state('2017-02-01T04:00:00Z', won)], books).standing;
    expect(dayOf([state('2017-03-01T04:00:00Z', won, { closeDate: date('2017-02-01'), amountMinor: 1n })], kept)).toBe(
      '2017-02-01',
    );
  });

  it('refuses a known amount that turns into another currency, and takes one that was unknown', () => {
    const lost = state('2017-02-01T04:00:00Z', open, { outcome: 'lost', amountMinor: null });
    const euros = state('2017-03-01T04:00:00Z', won, { currency: 'EUR' });
    expect(() => lines([state('2017-02-01T04:00:00Z', won), euros])).toThrow('changes its currency');
    expect(lines([lost, euros])).toEqual([[10_000n, 3_200n, '2017-03-01']]);
  });

  it('refuses a history that runs backwards', () => {
    expect(() => lines([state('2017-02-01T04:00:00Z', open), state('2017-01-01T04:00:00Z', won)])).toThrow(
      'runs backwards',
    );
  });
});
