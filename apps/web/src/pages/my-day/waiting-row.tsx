import { Button } from '@mantine/core';
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { HandOffWire, WaitingHandOff } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './waiting-row.module.css';

interface WaitingRowProps {
  readonly handOff: WaitingHandOff;
  readonly disabled: boolean;
  readonly onAccept: (handOff: HandOffWire) => void;
  readonly onReject: (handOff: HandOffWire) => void;
}

/** What marketing offers to one's team, with the working time that is left to answer. */
export function WaitingRow({ handOff, disabled, onAccept, onReject }: WaitingRowProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const Icon = handOff.overdue ? IconClockExclamation : IconClock;
  return (
    <li className={classes.row} data-overdue={handOff.overdue || undefined}>
      <Link to={`/opportunities/${handOff.opportunityId}`} className={classes.name}>
        {handOff.accountName ? nameOf(handOff.accountName) : handOff.opportunityName}
      </Link>
      {handOff.accountName ? <span className={classes.soft}>{handOff.opportunityName}</span> : null}
      {handOff.note ? <span className={classes.soft}>{handOff.note}</span> : null}
      <span className={classes.clock} title={t('handOffs.dueTip', { instant: format.instant(handOff.dueAt) })}>
        <Icon size={17} aria-hidden />
        {t(handOff.overdue ? 'myDay:overdue' : 'myDay:left', { time: spanOf(Math.abs(handOff.minutesLeft)) })}
      </span>
      {handOff.mayAnswer ? (
        <div className={classes.answers}>
          <Button disabled={disabled} onClick={() => onAccept(handOff)}>
            {t('handOffs.accept')}
          </Button>
          <Button variant="default" disabled={disabled} onClick={() => onReject(handOff)}>
            {t('handOffs.reject')}
          </Button>
        </div>
      ) : null}
    </li>
  );

  function spanOf(minutes: number): string {
    const facts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
    if (facts.hours === 0) return t('common.span.minutes', facts);
    return t(facts.minutes === 0 ? 'common.span.hours' : 'common.span.hoursAnd', facts);
  }
}
