import type { FigureNoteWire, LineRecordsWire } from '@tandem/contracts';
import type { Locale, Money } from '@tandem/kernel';
import { sayCreditNote, type LineRecords, type Note, type Told } from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentTold } from './figure.presenter';

export const presentLineRecords = (records: LineRecords & Told): LineRecordsWire => ({
  ...presentTold(records),
  sum: presentMoney(records.sum),
  items: records.items.map(({ id, opportunityId, name, accountName, ownerName, date, value }) => ({
    id,
    opportunityId,
    name,
    accountName,
    ownerName,
    date,
    contribution: presentMoney(value),
  })),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

export const presentSaid = ({ code, facts }: Note, locale: Locale): FigureNoteWire => ({
  code,
  detail: sayCreditNote(locale, { code, facts }),
});

export const presentWhy = (note: Note | null, locale: Locale): FigureNoteWire | null =>
  note && presentSaid(note, locale);

export const presentAmount = (amount: Money | null) => amount && presentMoney(amount);
