import { readListed } from './read-listed';

const cells = {
  name: ' Renewal ',
  stage_key: 'propose',
  created_date: '2026-01-05',
  stage_date: '2026-02-01',
  expected_date: '2026-12-31',
  currency: 'usd',
};

describe('what only a list of opportunities says', () => {
  it('is a name of its own, a stage and days', () => {
    expect(readListed(cells, 'USD')).toEqual({
      name: 'Renewal',
      stage: 'propose',
      createdOn: '2026-01-05',
      stageSince: '2026-02-01',
      expectedOn: '2026-12-31',
      entries: [],
    });
  });

  it('is nothing in an export that names no opportunity', () => {
    expect(readListed({}, 'USD')).toBeNull();
  });

  it.each([
    ['import.name_missing', { name: ' ' }],
    ['import.date_unreadable', { created_date: '31/01/2026' }],
    ['import.date_unreadable', { stage_date: 'x' }],
    ['import.date_unreadable', { expected_date: '2026-02-30' }],
    ['import.other_currency', { currency: 'EUR' }],
  ])('refuses with %s', (code, change) => {
    expect(readListed({ ...cells, ...change }, 'USD')).toMatchObject({ refused: true, code });
  });
});
