import type { FunnelFiguresWire, FunnelRecordsWire, FunnelRecordWire, FunnelRowWire } from '@tandem/contracts';
import type { Locale } from '@tandem/kernel';
import type { Conversion, FunnelFigures, FunnelFiguresRow, FunnelRecord, FunnelRecords } from '@tandem/metrics';
import { presentMoney } from '../opportunities/card.presenter';
import { presentInterval, presentNote, presentNotes, presentRatio, presentTold } from './figure.presenter';

export const presentFunnelFigures = (figures: FunnelFigures, locale: Locale): FunnelFiguresWire => ({
  ...presentTold(figures),
  side: figures.side,
  mode: figures.mode,
  definition: figures.mode,
  currency: figures.currency,
  rows: figures.rows.map((row) => presentRow(row, locale)),
  unavailable: presentNote(figures.unavailable, locale),
  notes: presentNotes(figures.notes, locale),
});

export const presentFunnelRecords = (records: FunnelRecords): FunnelRecordsWire => ({
  ...presentTold(records),
  items: records.items.map(presentRecord),
  page: { nextCursor: records.nextCursor, hasMore: records.nextCursor !== null },
  count: records.count,
});

const presentRow = (row: FunnelFiguresRow, locale: Locale): FunnelRowWire => ({
  key: row.key,
  name: row.name,
  ownerSide: row.ownerSide,
  buyerStep: row.buyerStep,
  entered: row.entered,
  implied: row.implied,
  undated: row.undated,
  value: presentMoney(row.value),
  withoutValue: row.withoutValue,
  conversion: presentConversion(row.conversion, locale),
  fromFirst: presentConversion(row.fromFirst, locale),
  throughput: presentRatio(row.throughput),
  medianDays: row.medianDays,
  notes: presentNotes(row.notes, locale),
});

const presentConversion = (conversion: Conversion | null, locale: Locale): FunnelRowWire['conversion'] =>
  conversion && {
    windowDays: conversion.windowDays,
    mature: conversion.mature,
    converted: conversion.converted,
    running: conversion.running,
    rate: presentRatio(conversion.rate),
    unavailable: presentNote(conversion.unavailable, locale),
    interval: presentInterval(conversion.interval),
    previousRate: presentRatio(conversion.previousRate),
    yearBeforeRate: presentRatio(conversion.yearBeforeRate),
    notes: presentNotes(conversion.notes, locale),
    changed: conversion.isChanged,
  };

const presentRecord = (record: FunnelRecord): FunnelRecordWire => ({
  opportunityId: record.opportunityId,
  name: record.name,
  accountName: record.accountName,
  ownerName: record.ownerName,
  enteredAt: record.enteredAt.toISOString(),
  implied: record.isImplied,
  amount: record.amount && presentMoney(record.amount),
  convertedAt: record.convertedAt && record.convertedAt.toISOString(),
  running: record.fate === 'running',
});
