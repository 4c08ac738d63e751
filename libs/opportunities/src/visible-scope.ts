import { bin, type Parameter } from '@tandem/database';
import type { Scope } from './rules/visible-to';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** The scope of whoever asks, as a condition on the opportunity called `o`. */
export function scopeCondition(scope: Scope): Condition {
  if (scope.everything) return { sql: 'TRUE', parameters: [] };
  if (!scope.teamId) return { sql: 'FALSE', parameters: [] };
  const team = bin(scope.teamId);
  return {
    sql: `(o.team_id = ? OR o.marketing_team_id = ?
      OR o.id IN (SELECT s.opportunity_id FROM hand_off s WHERE s.to_team_id = ? AND s.state = 'offered'))`,
    parameters: [team, team, team],
  };
}

/** All of several conditions. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
});
