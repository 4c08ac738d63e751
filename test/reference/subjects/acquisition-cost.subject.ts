import { presentAcquisitionCosts } from '../../../apps/api/src/figures/acquisition-cost.presenter';
import type { AcquisitionCostsWire, AcquisitionCostWire } from '@tandem/contracts';
import { AcquisitionCostReader } from '@tandem/metrics';
import { costCustomers, customersOnce, type Cost } from '../acquisition/cost-customers';
import { cutBy, keepBooks, narrow } from '../books/keep-book';
import { spanOf } from '../calendar';
import type { History } from '../history/history';
import { queryOf, standingAt, type Question, type Subject, type Told } from './subject';

/** What a new customer cost, of all and by source. */
export const acquisitionCostSubject: Subject = (question) => [
  {
    path: `/metrics/acquisition-cost?${queryOf(question, {})}`,
    serve: async (app) => {
      const { scope: filter, ...asked } = question;
      return presentAcquisitionCosts(
        await app.get(AcquisitionCostReader, { strict: false }).costs({ ...asked, filter }),
        'en',
      );
    },
    read: (wire) => readCosts(wire as AcquisitionCostsWire),
    reckon: (history, now) => reckon(history, now, question),
  },
];

const readCosts = ({ definition, whole, rows }: AcquisitionCostsWire): Told =>
  new Map([
    ['definition', definition],
    ['whole', wordsOf(whole)],
    ...rows
      .filter(({ expense, newCustomers }) => newCustomers !== 0 || expense?.amountMinor !== '0')
      .map((row) => [`source ${row.slice.id}`, wordsOf(row)] as const),
  ]);

const wordsOf = (cost: AcquisitionCostWire): string =>
  words({
    minor: cost.value && BigInt(cost.value.amountMinor),
    unavailable: cost.unavailable?.code ?? null,
    notes: cost.notes.map(({ code }) => code),
    sales: cost.salesExpense && BigInt(cost.salesExpense.amountMinor),
    marketing: cost.marketingExpense && BigInt(cost.marketingExpense.amountMinor),
    both: cost.expense && BigInt(cost.expense.amountMinor),
    customers: cost.newCustomers,
  });

function reckon(history: History, now: Date, { period, reading, asOf, scope }: Question): Told {
  const { stood, isUnknown } = standingAt(history, now, asOf);
  const span = spanOf(period, stood.organisation[0] ?? 1);
  const book = narrow(customersOnce(keepBooks(stood, reading)(span)), scope);
  if (isUnknown)
    return new Map([
      ['definition', book.variant],
      ['whole', words({ ...nothing, unavailable: 'nothing_recorded_yet' })],
    ]);
  return new Map([
    ['definition', book.variant],
    ['whole', told(costCustomers(book))],
    ...[...cutBy(book, 'sourceId')]
      .map((sourceId) => ({ sourceId, cost: costCustomers(narrow(book, { sourceId })) }))
      .filter(({ cost }) => !isNothing(cost))
      .map(({ sourceId, cost }) => [`source ${sourceId}`, told(cost)] as const),
  ]);
}

/** A source that cost nothing and brought nobody has no row to tell of, whether or not one is shown. */
const isNothing = ({ sales, marketing, customers }: Cost): boolean => sales + marketing === 0n && customers === 0;

const told = (cost: Cost): string => words({ ...cost, both: cost.sales + cost.marketing });

type Words = { readonly [Part in keyof Cost]: Cost[Part] | null } & { readonly both: bigint | null };

const nothing = { minor: null, notes: [], sales: null, marketing: null, both: null, customers: null };

const words = ({ minor, unavailable, notes, sales, marketing, both, customers }: Words): string =>
  [
    minor === null ? `n/a ${unavailable}` : String(minor),
    `${both} = sales ${sales} + marketing ${marketing}`,
    `for ${customers} customers`,
    ...(notes?.length ? [`says ${[...notes].toSorted().join(', ')}`] : []),
  ].join('; ');
