import { UnstyledButton } from '@mantine/core';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, type TextKey } from '../../i18n/use-text';
import type { Entries } from './funnel-records';
import classes from './funnel-table.module.css';

interface FunnelTableProps {
  readonly rows: readonly FunnelRowWire[];
  readonly onOpen: (entries: Entries) => void;
  readonly onStays: (row: string) => void;
}

export const funnelColumns = [
  'stage',
  'entered',
  'implied',
  'value',
  'conversion',
  'cases',
  'running',
  'interval',
  'previous',
  'fromFirst',
  'throughput',
  'medianDays',
] as const;

const hints: Partial<Record<(typeof funnelColumns)[number], TextKey>> = {
  conversion: 'funnel.conversionHint',
  interval: 'figures.intervalWhy',
  throughput: 'funnel.throughputHint',
  medianDays: 'funnel.medianHint',
};

/** Every number of the funnel in a table; conversion stands in the row it leads into. */
export function FunnelTable({ rows, onOpen, onStays }: FunnelTableProps) {
  const t = useText();
  const hintOf = (hint: TextKey | undefined) => hint && t(hint);
  return (
    <div className={classes.scroll} role="group" aria-label={t('funnel.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {funnelColumns.map((column) => (
              <th key={column} scope="col" title={hintOf(hints[column])}>
                {t(`funnel.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Row key={row.key} row={row} before={rows[place - 1]} onOpen={onOpen} onStays={onStays} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: FunnelRowWire;
  readonly before: FunnelRowWire | undefined;
  readonly onOpen: FunnelTableProps['onOpen'];
  readonly onStays: FunnelTableProps['onStays'];
}

function Row({ row, before, onOpen, onStays }: RowProps) {
  const t = useText();
  const nameOf = useName();
  const { count, money, ratio } = useFormat();
  const { conversion, fromFirst } = row;
  const opener = (words: string, said: string, entries: Entries) => (
    <UnstyledButton className={classes.number} aria-haspopup="dialog" aria-label={said} onClick={() => onOpen(entries)}>
      {words}
    </UnstyledButton>
  );
  const seam = before !== undefined && before.ownerSide !== row.ownerSide;
  const from = before ? nameOf(before.name) : '';
  const rateOf = (rate: string | null | undefined) => (rate === null || rate === undefined ? '–' : ratio(rate));
  return (
    <tr data-seam={seam || undefined}>
      <th scope="row" data-side={row.ownerSide}>
        {nameOf(row.name)}
      </th>
      <td>
        {opener(count(row.entered), t('funnel.enteredOf', { name: nameOf(row.name), count: count(row.entered) }), {
          row: row.key,
        })}
      </td>
      <td>{count(row.implied)}</td>
      <td>
        {opener(money(row.value), t('figures.records.open', { name: nameOf(row.name), value: money(row.value) }), {
          row: row.key,
        })}
      </td>
      <td title={conversion?.unavailable?.detail}>
        {before && conversion && conversion.rate !== null
          ? opener(ratio(conversion.rate), t('funnel.segment.yes', { count: conversion.converted, name: from }), {
              row: before.key,
              converted: 'yes',
            })
          : '–'}
      </td>
      <td>
        {conversion && conversion.mature > 0
          ? t('funnel.onwardCases', { converted: count(conversion.converted), mature: count(conversion.mature) })
          : '–'}
      </td>
      <td>
        {before && conversion && conversion.running > 0
          ? opener(count(conversion.running), t('funnel.segment.running', { count: conversion.running, name: from }), {
              row: before.key,
              converted: 'running',
            })
          : '–'}
      </td>
      <td>{conversion?.interval ? `${ratio(conversion.interval.low)} – ${ratio(conversion.interval.high)}` : '–'}</td>
      <td>{rateOf(conversion?.previousRate)}</td>
      <td>{rateOf(fromFirst?.rate)}</td>
      <td>{rateOf(row.throughput)}</td>
      <td>
        {row.medianDays === null ? (
          '–'
        ) : (
          <UnstyledButton
            className={classes.number}
            aria-haspopup="dialog"
            aria-label={t('funnel.staysOf', { name: nameOf(row.name) })}
            onClick={() => onStays(row.key)}
          >
            {count(Math.round(row.medianDays * 10) / 10)}
          </UnstyledButton>
        )}
      </td>
    </tr>
  );
}
