import type { AcquisitionCostsWire, AcquisitionCostWire, AcquisitionRecordsWire } from '@tandem/contracts';
import { money, type Locale } from '@tandem/kernel';
import type { AcquisitionCost, AcquisitionCosts, AcquisitionRecords } from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentRecord, presentTold } from './figure.presenter';
import { presentSaid, presentWhy } from './line.presenter';

export const presentAcquisitionCosts = (answer: AcquisitionCosts, locale: Locale): AcquisitionCostsWire => ({
  ...presentTold(answer),
  currency: answer.currency,
  definition: answer.definition,
  whole: presentCost(answer.whole, answer.currency, locale),
  rows: answer.rows.map((row) => ({ ...presentCost(row, answer.currency, locale), slice: row.slice })),
});

export const presentAcquisitionRecords = (records: AcquisitionRecords, locale: Locale): AcquisitionRecordsWire => ({
  ...presentTold(records),
  cost: presentCost(records.cost, records.currency, locale),
  items: records.items.map(presentRecord),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

function presentCost(cost: AcquisitionCost, currency: string, locale: Locale): AcquisitionCostWire {
  const amount = (minor: bigint | null) => (minor === null ? null : presentMoney(money(minor, currency)));
  return {
    value: amount(cost.minor),
    unavailable: presentWhy(cost.unavailable, locale),
    notes: cost.notes.map((note) => presentSaid(note, locale)),
    expense: amount(cost.expenseMinor),
    salesExpense: amount(cost.salesMinor),
    marketingExpense: amount(cost.marketingMinor),
    newCustomers: cost.customers,
  };
}
