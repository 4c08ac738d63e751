import { leakBehind, readBehind } from './read-behind';

describe('what is open beside the funnel', () => {
  it.each([
    [leakBehind('define_needs', 'no'), { of: 'leak', row: 'define_needs', converted: 'no' }],
    ['leads.none', { of: 'leads', source: 'none' }],
    ['cost.0189', { of: 'cost', source: '0189' }],
    ['stays.propose', { of: 'stays', row: 'propose' }],
    ['leak.define_needs.maybe', null],
    ['leads', null],
    ['secrets.1', null],
    ['', null],
    [null, null],
  ])('is read from %j', (text, behind) => {
    expect(readBehind(text)).toEqual(behind);
  });
});
