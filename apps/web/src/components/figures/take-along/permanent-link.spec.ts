import { permanentLink } from './permanent-link';

const shown = { period: '2026-W47', asOf: '2026-11-23', choices: { mode: 'ordered' } };

describe('a link that lasts', () => {
  it('names the period, the day of knowledge and the definition that the address left open', () => {
    expect(permanentLink('https://crm.example/funnel', shown)).toBe(
      'https://crm.example/funnel?period=2026-W47&asOf=2026-11-23&reading=restated&mode=ordered',
    );
  });

  it('keeps what somebody chose, and the records that are open', () => {
    const address = 'https://crm.example/funnel?period=2026-Q3&asOf=2026-10-01&mode=any&teamId=1&row=propose#x';
    expect(permanentLink(address, shown)).toBe(
      'https://crm.example/funnel?period=2026-Q3&asOf=2026-10-01&mode=any&teamId=1&row=propose&reading=restated#x',
    );
  });
});
