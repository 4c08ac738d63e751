import { mapAccount, mapAgent, mapProduct, nameKey } from './map-lists';

const account = {
  account: 'Cancity',
  sector: 'technolgy',
  office_location: 'Taiwan',
  employees: '2448',
  subsidiary_of: '',
};

describe('understanding the lists of an export', () => {
  it('keeps a sector as it is spelt', () => {
    expect(mapAccount(account)).toEqual({
      name: 'Cancity',
      segment: 'technolgy',
      country: 'Taiwan',
      employees: 2448,
      parent: null,
    });
  });

  it('reads a price in minor units, and an empty one as unknown', () => {
    expect(mapProduct({ product: 'GTX Pro', series: 'GTX', sales_price: '4821' }, 'USD')).toMatchObject({
      listPriceMinor: 482_100n,
    });
    expect(mapProduct({ product: 'GTX Pro', series: '', sales_price: '' }, 'USD')).toMatchObject({
      family: null,
      listPriceMinor: null,
    });
  });

  it.each([
    ['import.name_missing', mapAccount({ ...account, account: ' ' })],
    ['import.number_unreadable', mapAccount({ ...account, employees: '2,448' })],
    ['import.text_too_long', mapAccount({ ...account, sector: 'x'.repeat(121) })],
    ['import.text_unreadable', mapAccount({ ...account, account: 'Can\ncity' })],
    ['import.amount_unreadable', mapProduct({ product: 'GTX Pro', series: '', sales_price: '1,2,3' }, 'USD')],
    ['import.name_missing', mapAgent({ sales_agent: 'Mei Lin', manager: '', regional_office: 'East' })],
  ])('refuses with %s', (code, row) => {
    expect(row).toMatchObject({ refused: true, code });
  });

  it('takes names that differ by case or accents alone for one', () => {
    expect(nameKey(' Café ')).toBe(nameKey('CAFE'));
  });
});
