import fc from 'fast-check';
import { isOpen, settleDelivery, tryLater, type Patience, type Sighting, type Tried } from './settle-delivery';

const now = new Date('2026-03-02T08:00:00Z');
const seen = (facts: Partial<Sighting>): Sighting => ({
  accepted: null,
  status: null,
  refused: null,
  handedOver: false,
  detail: 'seen',
  ...facts,
});
const first: Tried = { attempts: 1, maybeDuplicate: false, mayResend: true };
const patience: Patience = { retrySeconds: [60, 300, 900], restSeconds: 900 };
const minutesAhead = (at: Date | null) => (at === null ? null : (at.getTime() - now.getTime()) / 60_000);

describe('what became of a mail', () => {
  it.each<[string, Partial<Sighting>, Partial<Tried>, string, number | null]>([
    ['taken by the server', { accepted: '250 ok', handedOver: true }, {}, 'sent', null],
    ['no connection', {}, {}, 'retry', 1],
    ['refused for now at the recipient', { status: 451, refused: 'message' }, {}, 'retry', 1],
    ['refused for now after the data', { status: 451, refused: 'message', handedOver: true }, {}, 'retry', 1],
    ['refused for good', { status: 550, refused: 'message' }, {}, 'failed', null],
    ['refused for good after the data', { status: 552, refused: 'message', handedOver: true }, {}, 'failed', null],
    ['our own sign-in refused', { status: 535, refused: 'session' }, {}, 'retry', 1],
    ['broken off before the letter left', { handedOver: false }, { attempts: 3 }, 'retry', 15],
    ['broken off after the letter began to leave', { handedOver: true }, {}, 'uncertain', 15],
    ['open for a second time', { handedOver: true }, { maybeDuplicate: true }, 'uncertain', null],
    ['open where the series wants no second mail', { handedOver: true }, { mayResend: false }, 'uncertain', null],
    ['unreachable to the end', {}, { attempts: 4 }, 'failed', null],
  ])('%s', (_, facts, tried, state, minutes) => {
    const settled = settleDelivery(seen(facts), { ...first, ...tried }, patience, now);
    expect([settled.state, minutesAhead(settled.tryAgainAt)]).toEqual([state, minutes]);
  });

  const sighting = fc.record<Sighting>({
    accepted: fc.option(fc.constant('250 ok')),
    status: fc.option(fc.integer({ min: 400, max: 599 })),
    refused: fc.constantFrom('message', 'session', null),
    handedOver: fc.boolean(),
    detail: fc.string(),
  });
  const tried = fc.record<Tried>({
    attempts: fc.integer({ min: 1, max: 20 }),
    maybeDuplicate: fc.boolean(),
    mayResend: fc.boolean(),
  });

  it('is sent exactly when the server took it', () => {
    fc.assert(
      fc.property(sighting, tried, (what, history) => {
        expect(settleDelivery(what, history, patience, now).state === 'sent').toBe(what.accepted !== null);
      }),
    );
  });

  it('never tries again by itself what may have arrived twice already', () => {
    fc.assert(
      fc.property(sighting, tried, (what, history) => {
        const { state, tryAgainAt } = settleDelivery(what, { ...history, maybeDuplicate: true }, patience, now);
        expect(state === 'uncertain' && tryAgainAt !== null).toBe(false);
      }),
    );
  });

  it('is open exactly when the letter began to leave and no answer to it came', () => {
    fc.assert(
      fc.property(sighting, tried, (what, history) => {
        const { state } = settleDelivery(what, history, patience, now);
        expect(state === 'uncertain').toBe(isOpen(what));
      }),
    );
  });

  it('waits longer after each try, and then gives up', () => {
    expect([1, 2, 3, 4].map((attempts) => minutesAhead(tryLater(attempts, patience, now).tryAgainAt))).toEqual([
      1,
      5,
      15,
      null,
    ]);
  });

  it('has a next moment exactly when it will be tried again', () => {
    fc.assert(
      fc.property(sighting, tried, (what, history) => {
        const { state, tryAgainAt } = settleDelivery(what, history, patience, now);
        expect(tryAgainAt !== null).toBe(
          state === 'retry' || (state === 'uncertain' && history.mayResend && !history.maybeDuplicate),
        );
      }),
    );
  });
});
