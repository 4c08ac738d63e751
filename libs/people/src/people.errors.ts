import { refused, stale, type Id } from '@tandem/kernel';

export const noTeam = (teamId: Id<'team'>) => refused('team.missing', 'There is no such team.', { teamId });

export const changedMeanwhile = (current: object) =>
  stale('person.changed', 'Somebody changed this account meanwhile. Look at it again before you change it.', {
    current,
  });

export const switchedOff = () =>
  refused('invitation.switched_off', 'Whoever is switched off cannot come in. Switch their account on again first.');

export const withoutEmail = () =>
  refused('invitation.without_email', 'Without an e-mail address nobody can sign in, so an invitation leads nowhere.');

export const tokenTaken = () =>
  refused('invitation.token_taken', 'Another invitation has this token. Make one at random for each link.');
