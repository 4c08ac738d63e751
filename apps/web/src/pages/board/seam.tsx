import { IconArrowsExchange } from '@tabler/icons-react';
import type { Card } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { CardList } from './card-list';
import columnClasses from './column.module.css';
import classes from './wide-board.module.css';

interface SeamProps {
  readonly waiting: readonly Card[];
  readonly reachable: string | null;
  readonly menu: string | null;
}

/** Between the two sides: a thin line, or the offers that wait for the answer of the one who looks. */
export function Seam({ waiting, reachable, menu }: SeamProps) {
  const t = useText();
  const format = useFormat();
  if (waiting.length === 0)
    return (
      <div className={classes.seam} title={t('board.side.seamTip')}>
        <IconArrowsExchange size={15} aria-hidden />
        <span className="spoken">{t('board.side.seamTip')}</span>
      </div>
    );
  return (
    <section className={classes.waiting} aria-label={t('handOffs.mine')}>
      <header className={classes.sideHead}>
        <IconArrowsExchange size={15} aria-hidden />
        <h2>{t('board.side.seam')}</h2>
      </header>
      <div className={`${columnClasses.column} ${classes.waitingColumn}`}>
        <header className={columnClasses.head}>
          <div className={columnClasses.name}>
            <h3>{t('handOffs.mine')}</h3>
            <span className={columnClasses.count}>{format.count(waiting.length)}</span>
          </div>
        </header>
        <CardList cards={waiting} reachable={reachable} menu={menu} empty="" />
      </div>
    </section>
  );
}
