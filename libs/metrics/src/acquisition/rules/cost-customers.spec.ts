import { date } from '@tandem/kernel';
import type { NewCustomer } from '../../rules/facts';
import { sliceFacts } from '../../rules/narrow-facts';
import { aSalesExpense, someFacts } from '../../../../../test/builders/some-facts';
import { costCustomers, withCustomersOnce } from './cost-customers';

const customer = (accountId: string, wishes: Partial<NewCustomer> = {}): NewCustomer => ({
  variant: 'first_order',
  accountId,
  opportunityId: accountId,
  bookingId: accountId,
  date: date('2026-05-04'),
  ownerId: 'amy',
  teamId: 'north',
  officeId: 'taipei',
  sourceId: 'fair',
  ...wishes,
});
const marketing = (minor: bigint, sourceId: string | null = null) =>
  aSalesExpense(minor, { side: 'marketing', teamId: null, officeId: null, sourceId });

describe('the cost of acquiring a customer', () => {
  it('is the expense of both sides by new customer, half even', () => {
    const facts = someFacts({
      expenses: [aSalesExpense(600n), marketing(401n)],
      newCustomers: [customer('acme'), customer('bolt')],
    });
    expect(costCustomers(facts)).toMatchObject({ minor: 500n, expenseMinor: 1_001n, customers: 2, unavailable: null });
  });

  it.each([
    ['without a new customer', { expenses: [aSalesExpense(600n), marketing(400n)] }, 'no_new_customers'],
    ['without any expense', { newCustomers: [customer('acme')] }, 'expense_missing'],
    [
      'with the expense of one side',
      { expenses: [aSalesExpense(600n)], newCustomers: [customer('acme')] },
      'expense_one_sided',
    ],
  ])('%s is not available', (_, wishes, code) => {
    expect(costCustomers(someFacts(wishes))).toMatchObject({ minor: null, unavailable: { code } });
  });

  it('counts a customer once, by the variant that is the number', () => {
    const facts = someFacts({
      expenses: [aSalesExpense(600n), marketing(400n)],
      newCustomers: [
        customer('acme', { date: date('2026-05-09'), sourceId: 'web' }),
        customer('acme'),
        customer('bolt', { variant: 'win_back' }),
      ],
    });
    expect(costCustomers(facts).customers).toBe(1);
    const slices = sliceFacts(withCustomersOnce(facts), 'source');
    expect([...slices].map(([id, slice]) => [id, costCustomers(slice).customers])).toEqual([
      ['fair', 1],
      [null, 0],
    ]);
  });

  it('of a source needs expense that names it', () => {
    const facts = withCustomersOnce(
      someFacts({
        expenses: [aSalesExpense(600n), marketing(400n, 'fair')],
        newCustomers: [customer('acme'), customer('bolt'), customer('cole', { sourceId: 'web' })],
      }),
    );
    const slices = sliceFacts(facts, 'source');
    const of = (id: string | null) => slices.get(id) && costCustomers(slices.get(id) ?? facts);
    expect(of('fair')).toMatchObject({ minor: 200n });
    expect(of('web')).toMatchObject({ minor: null, unavailable: { code: 'expense_not_by_source' } });
    expect(of(null)).toMatchObject({ minor: null, expenseMinor: 600n, unavailable: { code: 'no_new_customers' } });
  });
});
