import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeWebhooks } from './webhooks.mjs';

const topics = ['opportunity.lost', 'agenda.composed'];
const bodyOf = (type, data) => JSON.stringify({ type, timestamp: '2017-05-15T09:00:00.000Z', data });

/** A loss that was acknowledged at version 2, a move nobody outside hears of, and an agenda; the loss came twice. */
const sound = () => ({
  topics,
  journal: [
    { key: 'k1', id: '0190-aa', version: 1, to: 'b', topic: 'opportunity.lost' },
    { key: 'k1', status: 200, version: 2 },
    { key: 'k2', id: '0190-bb', version: 1, to: 'b', topic: 'opportunity.moved' },
    { key: 'k2', status: 200, version: 2 },
  ],
  events: [
    { id: 'e1', topic: 'opportunity.lost', isWanted: true },
    { id: 'e2', topic: 'agenda.composed', isWanted: true },
    { id: 'e3', topic: 'agenda.composed', isWanted: false },
  ],
  deliveries: [
    { ...lossTold(), isTaken: false },
    lossTold(),
    lossTold(),
    { id: 'e-2', body: bodyOf('agenda.composed', { id: '0190-cc' }), isGenuine: true, isTaken: true },
  ],
});

const lossTold = () => ({
  id: 'e-1',
  body: bodyOf('opportunity.lost', { id: '0190-aa', version: 2 }),
  isGenuine: true,
  isTaken: true,
});

const kinds = ['untold', 'undelivered', 'unknown', 'forged', 'changed', 'twofold'];

/** The kinds of fault found after something was done to what was sound. */
function found(harm) {
  const seen = sound();
  harm(seen);
  const verdict = judgeWebhooks(seen);
  return kinds.filter((kind) => verdict[kind] > 0);
}

describe('what outsiders were told', () => {
  it('finds nothing where all was told, one thing twice', () => {
    assert.deepEqual(
      found(() => {}),
      [],
    );
    const { promised, wanted, deliveries, repeated } = judgeWebhooks(sound());
    assert.deepEqual(
      { promised, wanted, deliveries, repeated },
      { promised: 1, wanted: 2, deliveries: 4, repeated: 1 },
    );
  });

  it('finds an acknowledged change that nobody was told of, and whose event is gone', () => {
    const harm = (seen) => {
      seen.events.shift();
      seen.deliveries.splice(0, 3);
    };
    assert.deepEqual(found(harm), ['untold']);
  });

  it('finds an event that was sent and never taken', () => {
    assert.deepEqual(
      found(({ deliveries }) => Object.assign(deliveries[3], { isTaken: false })),
      ['undelivered'],
    );
  });

  it('finds what was told of another version than the promised one', () => {
    const body = bodyOf('opportunity.lost', { id: '0190-aa', version: 3 });
    const harm = ({ deliveries }) => deliveries.slice(0, 3).forEach((each) => Object.assign(each, { body }));
    assert.deepEqual(found(harm), ['untold']);
  });

  it('finds a delivery of no event, of another kind of event, and of none that could be read', () => {
    assert.deepEqual(
      found(({ deliveries }) =>
        deliveries.push({ ...lossTold(), id: 'e9', body: bodyOf('agenda.composed', { id: '9' }) }),
      ),
      ['unknown'],
    );
    assert.deepEqual(
      found(({ events }) => Object.assign(events[1], { topic: 'opportunity.lost' })),
      ['unknown'],
    );
    assert.deepEqual(
      found(({ deliveries }) => deliveries.push({ ...lossTold(), id: null, body: 'what?' })),
      ['unknown'],
    );
  });

  it('finds a delivery whose signature is wrong', () => {
    assert.deepEqual(
      found(({ deliveries }) => Object.assign(deliveries[1], { isGenuine: false })),
      ['forged'],
    );
  });

  it('finds a repetition in other words', () => {
    const body = bodyOf('opportunity.lost', { id: '0190-aa', version: 2, more: true });
    assert.deepEqual(
      found(({ deliveries }) => Object.assign(deliveries[2], { body })),
      ['changed'],
    );
  });

  it('finds one thing told under two ids', () => {
    const harm = ({ deliveries, events }) => {
      events.push({ id: 'e4', topic: 'opportunity.lost', isWanted: true });
      deliveries.push({ ...lossTold(), id: 'e-4' });
    };
    assert.deepEqual(found(harm), ['twofold']);
  });
});
