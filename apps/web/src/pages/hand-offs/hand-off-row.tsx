import { Anchor } from '@mantine/core';
import type { HandOffWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import classes from './hand-offs.module.css';
import { useTeamName } from './use-team-name';

/** One hand-off that was answered: what it is about, between whom, and the answer. */
export function HandOffRow({ handOff }: { readonly handOff: HandOffWire }) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const teamName = useTeamName();
  const format = useFormat();
  const { person, may } = useMe();
  const ratingTeam = { sales: handOff.toTeamId, marketing: handOff.fromTeamId, other: null }[person.side];
  const mayRate = may.includes('work_opportunities') && ratingTeam !== null && ratingTeam === person.teamId;
  return (
    <li className={classes.row}>
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
      <span className={classes.soft}>
        {answer()}
        {mayRate && handOff.state !== 'offered' ? (
          <>
            {' · '}
            <Anchor component={Link} inherit to={`/feedback?handOff=${handOff.id}`}>
              {t('handOffs.rate')}
            </Anchor>
          </>
        ) : null}
      </span>
    </li>
  );

  function offered(): string {
    const when = format.distance(handOff.offeredAt);
    return handOff.offeredBy
      ? t('handOffs.offeredBy', { name: nameOf(handOff.offeredBy.name), when })
      : t('handOffs.offered', { when });
  }

  function answer(): string {
    const state = t(`words:handOffState.${handOff.state}`);
    const at = handOff.answeredAt ?? handOff.dueAt;
    const facts = { state, when: format.distance(at), name: handOff.answeredBy ? nameOf(handOff.answeredBy.name) : '' };
    return handOff.answeredBy ? t('handOffs.answeredBy', facts) : `${state} · ${facts.when}`;
  }
}
