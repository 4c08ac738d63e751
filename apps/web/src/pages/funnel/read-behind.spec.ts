import { leakBehind, movesBehind, readBehind } from './read-behind';

describe('what is open beside the funnel', () => {
  it.each([
    [leakBehind('define_needs', 'no'), { of: 'leak', row: 'define_needs', converted: 'no' }],
    ['leads.none', { of: 'leads', source: 'none' }],
    ['cost.0189', { of: 'cost', source: '0189' }],
    ['stays.propose', { of: 'stays', row: 'propose' }],
    [movesBehind('created', 'propose'), { of: 'moves', asked: { from: 'created', to: 'propose' } }],
    [movesBehind('propose', null), { of: 'moves', asked: { from: 'propose' } }],
    [movesBehind(null, 'lost'), { of: 'moves', asked: { to: 'lost' } }],
    [movesBehind(null, null), { of: 'moves', asked: {} }],
    ['kind.regression', { of: 'moves', asked: { kind: 'regression' } }],
    ['skips.all', { of: 'moves', asked: { skipped: 'true' } }],
    ['moves.created', null],
    ['leak.define_needs.maybe', null],
    ['leads', null],
    ['secrets.1', null],
    ['', null],
    [null, null],
  ])('is read from %j', (text, behind) => {
    expect(readBehind(text)).toEqual(behind);
  });
});
