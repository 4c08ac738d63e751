import { refused, type Id } from '@tandem/kernel';

export const noTeam = (teamId: Id<'team'>) => refused('team.missing', 'There is no such team.', { teamId });
