import { isAtTheMachine } from './at-the-machine';

const visit = { peer: '127.0.0.1', hostname: '127.0.0.1', isForwarded: false };
const stand = { host: '127.0.0.1', publicUrl: undefined, proxies: 0 };

describe('whether a visitor sits at the machine', () => {
  it.each([
    ['by number', {}, {}],
    ['by name', { hostname: 'localhost' }, { publicUrl: 'http://localhost:3000' }],
    ['by IPv6', { peer: '::1', hostname: '[::1]' }, { host: '::1' }],
    ['by an IPv4 address in IPv6', { peer: '::ffff:127.0.0.1' }, {}],
  ])('yes: %s', (_, visited, stands) => {
    expect(isAtTheMachine({ ...visit, ...visited }, { ...stand, ...stands })).toBe(true);
  });

  it.each([
    ['it listens for everybody', {}, { host: '0.0.0.0' }],
    ['others are told an address', {}, { publicUrl: 'https://tandem.example.com' }],
    ['a proxy stands in front', {}, { proxies: 1 }],
    ['a proxy says for whom it asks', { isForwarded: true }, {}],
    ['the visitor comes from elsewhere', { peer: '10.0.0.7' }, {}],
    ['a page elsewhere has its own name lead here', { hostname: 'evil.example' }, {}],
    ['a name that only begins alike', { hostname: 'localhost.evil.example' }, {}],
  ])('no: %s', (_, visited, stands) => {
    expect(isAtTheMachine({ ...visit, ...visited }, { ...stand, ...stands })).toBe(false);
  });
});
