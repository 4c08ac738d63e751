import { UnstyledButton } from '@mantine/core';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import type { Entries } from './funnel-records';
import classes from './funnel-table.module.css';

interface FunnelTableProps {
  readonly rows: readonly FunnelRowWire[];
  readonly onOpen: (entries: Entries) => void;
}

/** Every number of the funnel in a table; conversion stands in the row it leads into. */
export function FunnelTable({ rows, onOpen }: FunnelTableProps) {
  const t = useText();
  return (
    <div className={classes.scroll} role="group" aria-label={t('funnel.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('funnel.column.stage')}</th>
            <th scope="col">{t('funnel.column.entered')}</th>
            <th scope="col">{t('funnel.column.implied')}</th>
            <th scope="col">{t('funnel.column.value')}</th>
            <th scope="col" title={t('funnel.conversionHint')}>
              {t('funnel.column.conversion')}
            </th>
            <th scope="col">{t('funnel.column.cases')}</th>
            <th scope="col">{t('funnel.column.running')}</th>
            <th scope="col" title={t('figures.intervalWhy')}>
              {t('funnel.column.interval')}
            </th>
            <th scope="col">{t('funnel.column.previous')}</th>
            <th scope="col">{t('funnel.column.fromFirst')}</th>
            <th scope="col" title={t('funnel.throughputHint')}>
              {t('funnel.column.throughput')}
            </th>
            <th scope="col" title={t('funnel.medianHint')}>
              {t('funnel.column.medianDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <Row key={row.key} row={row} before={rows[place - 1]} onOpen={onOpen} />
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
}

function Row({ row, before, onOpen }: RowProps) {
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
      <td>{money(row.value)}</td>
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
      <td>{row.medianDays === null ? '–' : count(Math.round(row.medianDays * 10) / 10)}</td>
    </tr>
  );
}
