import { expect, test } from '@jest/globals';
import { matchSubscriptions } from './match-subscriptions';

const events = [{ topic: 'opportunity.won' }, { topic: 'person.password_changed' }, { topic: 'target.set' }];
const offered = ['opportunity.won', 'target.set'];
const to = (wanted: readonly string[]) =>
  matchSubscriptions(events, [{ id: 'a', events: wanted }], offered).map(({ event }) => event.topic);

test('an endpoint gets what it asked for', () => {
  expect(to(['target.set'])).toEqual(['target.set']);
  expect(to(['target.set', 'opportunity.won', 'opportunity.won'])).toEqual(['opportunity.won', 'target.set']);
  expect(to([])).toEqual([]);
});

test('asking for everything is not asking for what nobody outside may hear of', () => {
  expect(to(['*'])).toEqual(['opportunity.won', 'target.set']);
  expect(to(['*', 'target.set', 'person.password_changed'])).toEqual(['opportunity.won', 'target.set']);
});

test('every endpoint gets its own', () => {
  const found = matchSubscriptions(
    events,
    [
      { id: 'a', events: ['*'] },
      { id: 'b', events: ['target.set'] },
    ],
    offered,
  );
  expect(found.map(({ event, endpointId }) => `${event.topic} ${endpointId}`)).toEqual([
    'opportunity.won a',
    'target.set a',
    'target.set b',
  ]);
});
