import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconClockX, IconX, type TablerIcon } from '@tabler/icons-react';
import type { SentBackWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import classes from './desk.module.css';

interface SentBackRowProps {
  readonly item: SentBackWire;
  readonly asOf: number;
  readonly onOffer: () => void;
  readonly onLose: () => void;
}

/** What was rejected has the icon of all else. */
const icons: Readonly<Record<string, TablerIcon>> = { returned: IconArrowBackUp, expired: IconClockX };

/** What sales sent back: why, and what marketing can do next. */
export function SentBackRow({ item, asOf, onOffer, onLose }: SentBackRowProps) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const { distance } = useFormat();
  const { handOff, opportunity } = item;
  const Icon = icons[handOff.state] ?? IconX;
  return (
    <li className={classes.row} data-row={handOff.id}>
      <div className={classes.about}>
        <Link to={`/opportunities/${handOff.opportunityId}`} className={classes.name} data-row-link>
          {handOff.accountName ? nameOf(handOff.accountName) : handOff.opportunityName}
        </Link>
        {handOff.accountName ? <span className={classes.soft}>{handOff.opportunityName}</span> : null}
      </div>
      <div className={classes.why}>
        <Icon size={16} aria-hidden />
        <span>
          {handOff.reason ? <strong>{word('handOffs.reason', handOff.reason)}</strong> : null}{' '}
          <span className={classes.soft}>{ended()}</span>
        </span>
      </div>
      {handOff.note ? <p className={classes.note}>{handOff.note}</p> : null}
      {opportunity ? (
        <div className={classes.answers}>
          <Button
            size="xs"
            variant="light"
            rightSection={
              <Kbd size="xs" aria-hidden>
                O
              </Kbd>
            }
            onClick={onOffer}
          >
            {t('desk:again')}
          </Button>
          <Button size="xs" variant="default" onClick={onLose}>
            {t('opportunity.deeds.lose')}
          </Button>
        </div>
      ) : null}
    </li>
  );

  function ended(): string {
    const facts = { when: distance(item.at, asOf), name: handOff.answeredBy ? nameOf(handOff.answeredBy.name) : '–' };
    if (handOff.state === 'expired') return t('desk:expired', facts);
    return t(handOff.state === 'returned' ? 'desk:returned' : 'desk:rejected', facts);
  }
}
