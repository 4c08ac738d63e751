import { namesIn } from './names-in';

const row = (account: string, owner: string, team?: string, product = '') => ({
  account,
  product,
  sales_agent: owner,
  ...(team === undefined ? {} : { team }),
});

describe('the names that a list uses', () => {
  it('are told once each, as they are spelt first', () => {
    const rows = [
      row('Acme', 'Ann Lee', 'North', 'Kite'),
      row(' ACME ', 'ann lee', 'South', 'Kite'),
      row('台積電', 'Bo'),
    ];
    expect(namesIn(rows, 'HubSpot')).toEqual({
      accounts: ['Acme', '台積電'],
      products: ['Kite'],
      owners: [
        { name: 'Ann Lee', team: 'North' },
        { name: 'Bo', team: 'HubSpot' },
      ],
    });
  });

  it('leave out what is empty, longer than is kept, or no text', () => {
    expect(namesIn([row('', ''), row('x'.repeat(191), 'a\nb')], 'HubSpot')).toEqual({
      accounts: [],
      products: [],
      owners: [],
    });
  });
});
