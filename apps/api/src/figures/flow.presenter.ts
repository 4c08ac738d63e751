import type { FigureNoteWire, FlowRecordsWire, FlowRecordWire, SpansWire } from '@tandem/contracts';
import { money, type Locale } from '@tandem/kernel';
import {
  sayFlowNote,
  sayMeaning,
  type FlowAnswer,
  type FlowRecord,
  type FlowRecords,
  type FlowTold,
  type Note,
  type Spans,
  type Worth,
} from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentRange } from './figure.presenter';

/** In whose language, and the keys of the figures it shows. */
interface Shown {
  readonly locale: Locale;
  readonly defines: readonly string[];
}

export const presentFlowTold = ({ range, asOf, reading, currency }: FlowTold) => ({
  range: presentRange(range),
  asOf: asOf.toISOString(),
  reading,
  currency,
});

/** An answer for all, and for each slice, each shown in the same way. */
export const presentFlowAnswer = <Body, Wire>(
  answer: FlowAnswer<Body>,
  { locale, defines }: Shown,
  present: (figures: Body) => Wire,
) => ({
  ...presentFlowTold(answer),
  definitions: defines.map((key) => sayMeaning(locale, key)),
  whole: answer.whole === null ? null : present(answer.whole),
  unavailable: presentFlowNote(answer.unavailable, locale),
  slices: answer.slices.map(({ places, figures }) => ({ places: [...places], figures: present(figures) })),
});

export const presentFlowNote = (note: Note | null, locale: Locale): FigureNoteWire | null =>
  note && { code: note.code, detail: sayFlowNote(locale, note) };

export const presentFlowRecords = (records: FlowRecords): FlowRecordsWire => ({
  ...presentFlowTold(records),
  items: records.items.map((record) => presentRecord(record, records.currency)),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

export const presentWorth = ({ valueMinor, withoutValue }: Worth, currency: string) => ({
  value: presentMoney(money(valueMinor, currency)),
  withoutValue,
});

export const presentMinor = (minor: bigint | null, currency: string) =>
  minor === null ? null : presentMoney(money(minor, currency));

/** Spans as they are, or each rounded. */
export const presentSpans = ({ count, median, p75, p90 }: Spans, round = (span: number): number => span): SpansWire => {
  const shown = (span: number | null) => (span === null ? null : round(span));
  return { count, median: shown(median), p75: shown(p75), p90: shown(p90) };
};

/** Milliseconds as days to a tenth. */
export const tenthsOfDays = (milliseconds: number): number => Math.round((milliseconds / 86_400_000) * 10) / 10;

const presentRecord = (record: FlowRecord, currency: string): FlowRecordWire => ({
  id: record.id,
  of: record.of,
  opportunityId: record.opportunityId,
  name: record.name,
  accountName: record.accountName,
  ownerName: record.ownerName,
  at: record.at === null ? null : new Date(record.at).toISOString(),
  date: record.date,
  count: record.count,
  value: presentMinor(record.valueMinor, currency),
  milliseconds: record.milliseconds,
  days: record.days,
  minutes: record.minutes,
  from: record.from,
  to: record.to,
});
