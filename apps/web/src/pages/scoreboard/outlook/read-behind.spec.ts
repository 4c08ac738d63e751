import { placeOf, readBehind } from './read-behind';

const wishes = { closing: 'any', against: 'previous', measure: 'net_revenue' } as const;

describe('whose records the address opens', () => {
  it.each([
    ['waterfall.pulled_in', '/metrics/waterfall/records', { bucket: 'pulled_in', closing: 'any' }],
    ['coverage.to_go', '/metrics/coverage/records', { of: 'to_go' }],
    ['forecast.open', '/metrics/forecast/records', { of: 'open' }],
    [
      'variance.conversion.propose',
      '/metrics/variance/records',
      { node: 'conversion.propose', against: 'previous', measure: 'net_revenue' },
    ],
  ])('%s', (text, path, query) => {
    const behind = readBehind(text);
    expect(behind && placeOf(behind, wishes)).toEqual({ path, query });
  });

  it.each([null, '', 'waterfall', 'waterfall.', 'luck.new'])('is nothing for %s', (text) => {
    expect(readBehind(text)).toBeNull();
  });
});
