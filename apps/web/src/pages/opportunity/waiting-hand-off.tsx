import { Button, Group, Text } from '@mantine/core';
import { IconArrowsExchange, IconClockExclamation } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { usePeople } from '../../api/people.api';
import { useFormat } from '../../formats/use-format';
import type { Deed } from '../../deeds/deed';
import { useAnswers } from '../../deeds/use-answers';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './opportunity.module.css';

interface WaitingHandOffProps {
  readonly handOff: HandOffWire;
  readonly onDeed: (deed: Deed) => void;
}

/** The offer that waits, with its clock and its answers. */
export function WaitingHandOff({ handOff, onDeed }: WaitingHandOffProps) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const { accept, pending } = useAnswers();
  const { data: people } = usePeople();
  const team = people?.teams.find(({ id }) => id === handOff.toTeamId);
  const when = format.distance(handOff.dueAt);
  return (
    <Group className={`${classes.box} ${classes.alarm}`} justify="space-between" mb="md" gap="sm">
      <Group gap="sm">
        {handOff.overdue ? (
          <IconClockExclamation size={20} aria-hidden />
        ) : (
          <IconArrowsExchange size={20} aria-hidden />
        )}
        <div>
          <Text size="sm" fw={600}>
            {team ? t('board.card.handOffWaiting', { team: nameOf(team.name) }) : null}
            {' · '}
            {handOff.overdue ? t('board.card.handOffOverdue', { when }) : t('board.card.handOffDue', { when })}
          </Text>
          {handOff.note ? <Text size="sm">{handOff.note}</Text> : null}
        </div>
      </Group>
      {handOff.mayAnswer ? (
        <Group gap="xs">
          <Button size="xs" loading={pending} onClick={() => accept(handOff)}>
            {t('handOffs.accept')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onDeed({ kind: 'reject', handOff })}>
            {t('handOffs.reject')}
          </Button>
        </Group>
      ) : null}
    </Group>
  );
}
