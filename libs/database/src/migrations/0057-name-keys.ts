import { hasIndex, migration } from './migration';

/**
 * What a search begins with: names in their order. The key of opportunities holds the teams too, so that whose they are is told
 * without reading a row of somebody else's.
 */
export const nameKeys = [
  migration(1763900005700, 'add_opportunity_name_key_', {
    up: 'ALTER TABLE opportunity ADD KEY opportunity_name (name, team_id, marketing_team_id)',
    down: 'ALTER TABLE opportunity DROP KEY opportunity_name',
    unless: hasIndex('opportunity', 'opportunity_name'),
  }),
  migration(1763900005701, 'add_account_name_zh_key_', {
    up: 'ALTER TABLE account ADD KEY account_name_zh (name_zh)',
    down: 'ALTER TABLE account DROP KEY account_name_zh',
    unless: hasIndex('account', 'account_name_zh'),
  }),
];
