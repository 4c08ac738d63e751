import { Anchor, Button, Group } from '@mantine/core';
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { usePeople } from '../../api/people.api';
import { useMe } from '../../api/session.api';
import type { Deed } from '../../deeds/deed';
import { useAnswers } from '../../deeds/use-answers';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import classes from './hand-offs.module.css';

interface HandOffRowProps {
  readonly handOff: HandOffWire;
  readonly onDeed: (deed: Deed) => void;
}

/** One hand-off: what it is about, between whom, and the clock or the answer. */
export function HandOffRow({ handOff, onDeed }: HandOffRowProps) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const format = useFormat();
  const { person, may } = useMe();
  const { accept, pending } = useAnswers();
  const { data: people } = usePeople();
  const ratingTeam = { sales: handOff.toTeamId, marketing: handOff.fromTeamId, other: null }[person.side];
  const mayRate = may.includes('work_opportunities') && ratingTeam !== null && ratingTeam === person.teamId;
  const teamName = (id: string) => {
    const team = people?.teams.find((one) => one.id === id);
    return team ? nameOf(team.name) : '–';
  };
  return (
    <li className={classes.row} data-overdue={handOff.overdue || undefined}>
      <div className={classes.about}>
        <Anchor component={Link} to={`/opportunities/${handOff.opportunityId}`} fw={600}>
          {handOff.accountName ? nameOf(handOff.accountName) : handOff.opportunityName}
        </Anchor>
        {handOff.accountName ? <span className={classes.soft}>{handOff.opportunityName}</span> : null}
        <span className={classes.soft}>
          {t('handOffs.from', { from: teamName(handOff.fromTeamId), to: teamName(handOff.toTeamId) })}
          {' · '}
          {offered()}
        </span>
        {handOff.reason ? (
          <span>{t('opportunity.history.reason', { reason: word('handOffs.reason', handOff.reason) })}</span>
        ) : null}
        {handOff.note ? <p className={classes.note}>{handOff.note}</p> : null}
      </div>
      {handOff.state === 'offered' ? (
        clock()
      ) : (
        <span className={classes.soft}>
          {answer()}
          {mayRate ? (
            <>
              {' · '}
              <Anchor component={Link} inherit to={`/feedback?handOff=${handOff.id}`}>
                {t('handOffs.rate')}
              </Anchor>
            </>
          ) : null}
        </span>
      )}
      {handOff.mayAnswer ? (
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" loading={pending} onClick={() => accept(handOff)}>
            {t('handOffs.accept')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onDeed({ kind: 'reject', handOff })}>
            {t('handOffs.reject')}
          </Button>
        </Group>
      ) : null}
    </li>
  );

  function offered(): string {
    const when = format.distance(handOff.offeredAt);
    return handOff.offeredBy
      ? t('handOffs.offeredBy', { name: nameOf(handOff.offeredBy.name), when })
      : t('handOffs.offered', { when });
  }

  function clock() {
    const Icon = handOff.overdue ? IconClockExclamation : IconClock;
    const when = format.distance(handOff.dueAt);
    return (
      <span className={classes.clock} title={t('handOffs.dueTip', { instant: format.instant(handOff.dueAt) })}>
        <Icon size={17} aria-hidden />
        {handOff.overdue ? `${t('handOffs.overdue')} · ${when}` : t('handOffs.due', { when })}
      </span>
    );
  }

  function answer(): string {
    const state = t(`words:handOffState.${handOff.state}`);
    const at = handOff.answeredAt ?? handOff.dueAt;
    const facts = { state, when: format.distance(at), name: handOff.answeredBy ? nameOf(handOff.answeredBy.name) : '' };
    return handOff.answeredBy ? t('handOffs.answeredBy', facts) : `${state} · ${facts.when}`;
  }
}
