import type { FunnelSourcesWire, FunnelSourceWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { SourceNumber } from './source-number';
import classes from './sources.module.css';

/** What a number of a source opens: entries of a row of the funnel, or what stands beside it. */
export interface SourceOpener {
  readonly onRow: (row: string, source: string) => void;
  readonly onBehind: (behind: string) => void;
}

export interface SourceViewProps extends SourceOpener {
  readonly sources: FunnelSourcesWire;
}

export const sourceColumns = [
  'leads',
  'qualified',
  'accepted',
  'won',
  'cost',
  'costEach',
  'pipeline',
  'yield',
] as const;
type Column = (typeof sourceColumns)[number];

/** Each source with what came of it and what it cost; the best stands first. */
export function SourceTable({ sources, ...opener }: SourceViewProps) {
  const t = useText();
  const nameOf = useName();
  const { names } = sources;
  const stages: Partial<Record<Column, string>> = {
    ...(names.qualified ? { qualified: nameOf(names.qualified) } : {}),
    ...(names.accepted ? { accepted: nameOf(names.accepted) } : {}),
    ...(names.won ? { won: nameOf(names.won) } : {}),
  };
  return (
    <div className={classes.scroll} role="group" aria-label={t('sources:title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.filter.source')}</th>
            {sourceColumns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === 'yield' ? 'descending' : undefined}
                title={column === 'qualified' ? t('sources:qualifiedHint') : undefined}
              >
                {t(`sources:column.${column}`)}
                {stages[column] ? <span className={classes.stage}>{stages[column]}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.rows.map((row) => (
            <Row key={row.key} row={row} sources={sources} {...opener} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, sources, onRow, onBehind }: SourceViewProps & { readonly row: FunnelSourceWire }) {
  const t = useText();
  const nameOf = useName();
  const { compactMoney, count, ratio } = useFormat();
  const name = nameOf(row.slice.name);
  const { qualifiedRow, acceptedRow, wonRow } = sources;
  const counted = (number: number | null) => (number === null ? null : count(number));
  const amount = (money: FunnelSourceWire['cost']) => money && compactMoney(money);
  const noCost = row.costUnavailable?.detail;
  const toRow = (stage: string | null) => (stage === null ? null : () => onRow(stage, row.key));
  const toCost = () => onBehind(`cost.${row.key}`);
  const cells: Readonly<Record<Column, readonly [value: string | null, open: (() => void) | null, why?: string]>> = {
    leads: [count(row.leads), () => onBehind(`leads.${row.key}`)],
    qualified: [
      row.qualifiedShare && ratio(row.qualifiedShare, 0),
      toRow(qualifiedRow),
      t(qualifiedRow === null ? 'sources:noRow' : 'sources:noLeads'),
    ],
    accepted: [counted(row.accepted), toRow(acceptedRow), t('sources:noRow')],
    won: [counted(row.won), toRow(wonRow), t('sources:noRow')],
    cost: [amount(row.cost), toCost, noCost],
    costEach: [amount(row.costEach), toCost, t(`sources:none.${whyNone(row, row.accepted)}`)],
    pipeline: [compactMoney(row.pipeline), toRow(acceptedRow)],
    yield: [
      row.yield && `${count(Math.round(Number(row.yield) * 10) / 10)}×`,
      toRow(acceptedRow),
      t(`sources:none.${whyNone(row, null)}`),
    ],
  };
  return (
    <tr data-source={row.key}>
      <th scope="row">{name}</th>
      {sourceColumns.map((column) => {
        const [value, open, why] = cells[column];
        const said = `${name}${t('common.comma')}${t(`sources:column.${column}`)}`;
        return (
          <td key={column} data-column={column}>
            <SourceNumber
              name={said}
              value={value}
              why={why}
              isSaid={column === 'cost' || noCost === undefined}
              onOpen={open}
            />
            {column === 'pipeline' && row.withoutValue > 0 ? (
              <span className={classes.why}>
                {t('funnel.withoutValue', { count: row.withoutValue, shown: count(row.withoutValue) })}
              </span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

/** Why nothing can be divided by the cost, or the cost by what was accepted. */
function whyNone({ key, cost }: FunnelSourceWire, accepted: number | null): 'cost' | 'source' | 'spent' | 'accepted' {
  if (!cost) return 'cost';
  if (key === 'none') return 'source';
  return accepted === 0 ? 'accepted' : 'spent';
}
