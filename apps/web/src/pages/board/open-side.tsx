import { ActionIcon } from '@mantine/core';
import { IconChevronsLeft } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { Column } from './column';
import { sumOf, type Lane, type SectionName } from './sections';
import { useSideName } from './use-side-name';
import classes from './wide-board.module.css';

interface OpenSideProps {
  readonly name: SectionName;
  readonly lanes: readonly Lane[];
  readonly reachable: string | null;
  readonly menu: string | null;
  readonly onFold: () => void;
}

export function OpenSide({ name, lanes, reachable, menu, onFold }: OpenSideProps) {
  const t = useText();
  const format = useFormat();
  const title = useSideName()(name);
  const { count, total } = sumOf(lanes);
  return (
    <section
      className={classes.side}
      data-side={name}
      style={{ '--lanes': lanes.length } as CSSProperties}
      aria-label={title}
    >
      <header className={classes.sideHead}>
        <h2>{title}</h2>
        <span className={classes.sideSum}>
          {format.count(count)}
          {total ? ` · ${format.compactMoney(total)}` : ''}
        </span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('board.side.fold', { side: title })}
          title={t('board.side.fold', { side: title })}
          onClick={onFold}
        >
          <IconChevronsLeft size={16} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.columns}>
        {lanes.map((lane) => (
          <Column key={lane.stage.id} {...lane} reachable={within(lane, reachable)} menu={within(lane, menu)} />
        ))}
      </div>
    </section>
  );
}

/** The card if it stands in this lane, so that no other lane hears of it. */
const within = ({ column }: Lane, id: string | null): string | null =>
  id !== null && column.cards.some((card) => card.id === id) ? id : null;
