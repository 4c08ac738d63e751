import { Button } from '@mantine/core';
import { IconArrowsExchange, IconClockExclamation } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { usePeople } from '../../api/people.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { useBoardDesk } from './board-desk';
import classes from './hand-off-mark.module.css';

/** The hand-off that waits on a card: the clock, and the two answers for those who may give one. */
export function HandOffMark({ handOff }: { readonly handOff: HandOffWire }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useName();
  const { data: people } = usePeople();
  const { accept, reject } = useBoardDesk();
  const team = people?.teams.find(({ id }) => id === handOff.toTeamId);
  const when = format.distance(handOff.dueAt);
  const tip = t('handOffs.dueTip', { instant: format.instant(handOff.dueAt) });
  return (
    <div className={classes.mark} data-overdue={handOff.overdue || undefined}>
      <span className={classes.clock} title={tip}>
        {handOff.overdue ? (
          <IconClockExclamation size={14} aria-hidden />
        ) : (
          <IconArrowsExchange size={14} aria-hidden />
        )}
        {handOff.overdue ? t('board.card.handOffOverdue', { when }) : t('board.card.handOffDue', { when })}
      </span>
      {handOff.mayAnswer ? (
        <span className={classes.answers}>
          <Button size="compact-xs" onClick={() => accept(handOff)}>
            {t('handOffs.accept')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => reject(handOff)}>
            {t('handOffs.reject')}
          </Button>
        </span>
      ) : (
        <span className={classes.soft}>
          {team ? t('board.card.handOffWaiting', { team: nameOf(team.name) }) : null}
        </span>
      )}
    </div>
  );
}
