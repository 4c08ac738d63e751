import { IconArrowBackUp, IconArrowsRight } from '@tabler/icons-react';
import type { MatrixWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import type { Grid } from './draw-grid';
import classes from './moves.module.css';
import { movesBehind } from './read-behind';
import { SourceNumber } from './source-number';
import table from './sources.module.css';

interface MoveTableProps {
  readonly grid: Grid;
  readonly placeName: (place: string) => string;
  readonly onBehind: (behind: string) => void;
}

/** From each place to each other one; what led back and what jumped over a stage bears a sign. */
export function MoveTable({ grid: { columns, rows, total }, placeName, onBehind }: MoveTableProps) {
  const t = useText();
  return (
    <div className={table.scroll} role="group" aria-label={t('moves:title')} tabIndex={0}>
      <table className={`${table.table} ${classes.matrix}`}>
        <thead>
          <tr>
            <th scope="col">
              {t('moves:from')} <span aria-hidden>↓</span> {t('moves:to')} <span aria-hidden>→</span>
            </th>
            {columns.map(({ place }) => (
              <th key={place} scope="col">
                {placeName(place)}
              </th>
            ))}
            <th scope="col">{t('moves:all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, cells, out }) => (
            <tr key={place}>
              <th scope="row">{placeName(place)}</th>
              {columns.map(({ place: to }, column) => (
                <td key={to} data-cell={`${place}.${to}`}>
                  <Moved
                    name={t('moves:way', { from: placeName(place), to: placeName(to) })}
                    sum={cells[column] ?? null}
                    onOpen={() => onBehind(movesBehind(place, to))}
                  />
                </td>
              ))}
              <td className={classes.sum}>
                <Moved
                  name={t('moves:outOf', { place: placeName(place) })}
                  sum={out}
                  onOpen={() => onBehind(movesBehind(place, null))}
                />
              </td>
            </tr>
          ))}
          <tr className={classes.sum}>
            <th scope="row">{t('moves:all')}</th>
            {columns.map((into) => (
              <td key={into.place}>
                <Moved
                  name={t('moves:into', { place: placeName(into.place) })}
                  sum={into}
                  onOpen={() => onBehind(movesBehind(null, into.place))}
                />
              </td>
            ))}
            <td>
              <Moved name={t('moves:every')} sum={total} onOpen={() => onBehind(movesBehind(null, null))} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

interface MovedProps {
  readonly name: string;
  /** Null where nothing moved. */
  readonly sum: MatrixWire['total'] | MatrixWire['cells'][number] | null;
  readonly onOpen: () => void;
}

const back: ReadonlySet<string> = new Set(['regression', 'reopening']);

function Moved({ name, sum, onOpen }: MovedProps) {
  const t = useText();
  const { count, compactMoney } = useFormat();
  if (sum === null) return <span className={table.absent}>·</span>;
  const { value, withoutValue } = sum;
  const partial =
    withoutValue === 0 ? '' : ` · ${t('funnel.withoutValue', { count: withoutValue, shown: count(withoutValue) })}`;
  const worth = `${t('moves:worth', { value: compactMoney(value) })}${partial}`;
  return (
    <span className={classes.moved} title={worth}>
      <Sign sum={sum} />
      <SourceNumber name={name} value={count(sum.count)} isSaid={false} onOpen={onOpen} />
    </span>
  );
}

function Sign({ sum }: { readonly sum: NonNullable<MovedProps['sum']> }) {
  if (!('kind' in sum)) return null;
  if (back.has(sum.kind)) return <IconArrowBackUp size={14} className={classes.back} aria-hidden />;
  return sum.skipped ? <IconArrowsRight size={14} className={classes.skip} aria-hidden /> : null;
}
