import { SegmentedControl, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { FigureKey, ScoreboardWire, SliceKind } from '@tandem/contracts';
import { FigureNumber } from '../../components/figures/figure-number';
import { useFigureName } from '../../components/figures/use-shown';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './slice-table.module.css';
import { sortSlices, type Sorting } from './sort-slices';

interface SliceTableProps {
  readonly board: ScoreboardWire;
  readonly by: SliceKind;
  readonly onBy: (by: SliceKind) => void;
  readonly onOpen: (key: FigureKey, sliceId?: string) => void;
}

const kinds = ['team', 'office', 'person', 'source'] as const;

/** The same figures split by one attribute; every number opens its own records. */
export function SliceTable({ board, by, onBy, onOpen }: SliceTableProps) {
  const t = useText();
  const nameOf = useName();
  const figureName = useFigureName();
  const [sorting, setSorting] = useState<Sorting>({ by: 'net_revenue', descending: true });
  const keys = board.figures.map(({ key }) => key);
  const sliceName = (slice: ScoreboardWire['slices'][number]['slice']) =>
    slice.id === null ? t(`figures.filter.none_${slice.kind}`) : nameOf(slice.name);
  const slices = sortSlices(board.slices, sorting, sliceName);
  return (
    <section aria-label={t('scoreboard.slices')} className={classes.section}>
      <div className={classes.head}>
        <h2>{t('scoreboard.slices')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('scoreboard.by')}
          value={by}
          onChange={(next) => onBy(next)}
          data={kinds.map((kind) => ({ value: kind, label: t(`scoreboard.sliceName.${kind}`) }))}
          data-screen-only
        />
      </div>
      {slices.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('scoreboard.noSlices')}
        </Text>
      ) : (
        <div className={classes.scroll} role="group" aria-label={t('scoreboard.slices')} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <SortHeader
                  name={t(`scoreboard.sliceName.${by}`)}
                  column="name"
                  sorting={sorting}
                  onSort={setSorting}
                />
                {keys.map((key) => (
                  <SortHeader
                    key={key}
                    name={t(`figures.short.${key}`)}
                    column={key}
                    sorting={sorting}
                    onSort={setSorting}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {slices.map(({ slice, figures }) => (
                <tr key={slice.id ?? 'none'}>
                  <th scope="row">{sliceName(slice)}</th>
                  {keys.map((key) => {
                    const figure = figures.find((candidate) => candidate.key === key);
                    return (
                      <td key={key} title={figure?.unavailable?.detail}>
                        {figure ? (
                          <FigureNumber
                            figure={figure}
                            size="cell"
                            name={`${sliceName(slice)}, ${figureName(key)}`}
                            onOpen={() => onOpen(key, slice.id ?? 'none')}
                          />
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('scoreboard.total')}</th>
                {board.figures.map((figure) => (
                  <td key={figure.key}>
                    <FigureNumber
                      figure={figure}
                      size="cell"
                      name={`${t('scoreboard.total')}, ${figureName(figure.key)}`}
                      onOpen={() => onOpen(figure.key)}
                    />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}

interface SortHeaderProps {
  readonly name: string;
  readonly column: Sorting['by'];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

function SortHeader({ name, column, sorting, onSort }: SortHeaderProps) {
  const t = useText();
  const sorted = sorting.by === column;
  const Direction = sorting.descending ? IconArrowDown : IconArrowUp;
  const direction = sorting.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button
        type="button"
        className={classes.sort}
        aria-label={t('scoreboard.sort', { name })}
        onClick={() => onSort({ by: column, descending: sorted ? !sorting.descending : column !== 'name' })}
      >
        {name}
        {sorted ? <Direction size={13} aria-hidden /> : null}
      </button>
    </th>
  );
}
