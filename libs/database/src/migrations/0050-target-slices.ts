import { hasColumn, hasIndex, migration } from './migration';

/**
 * A target stands on one slice, or on everybody (`all`, with an empty `slice`); an empty `slice` of another kind is what lacks the
 * attribute. One figure has one target for the same days and slice, by whatever key the days are written. Cannot be taken back while
 * slices have targets: the database would have to choose among them.
 */
export const targetSlices = [
  migration(1763900005000, 'add_target_slices_', {
    up: `ALTER TABLE target
      ADD COLUMN slice_kind ENUM('all','team','office','person','source','campaign','segment','product') NOT NULL DEFAULT 'all' AFTER period_key,
      ADD COLUMN slice VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' AFTER slice_kind,
      DROP KEY target_figure_period,
      ADD UNIQUE KEY target_figure_days_slice (figure_key, starts_on, ends_before, slice_kind, slice)`,
    down: `ALTER TABLE target
      DROP KEY target_figure_days_slice,
      DROP COLUMN slice_kind,
      DROP COLUMN slice,
      ADD UNIQUE KEY target_figure_period (figure_key, period_key)`,
    unless: hasColumn('target', 'slice_kind'),
  }),
  // The keys of periods mean other days once the fiscal calendar has changed, so a quota is known by its days as well.
  migration(1763900005001, 'know_quotas_by_days_', {
    up: `ALTER TABLE quota
      DROP KEY quota_team,
      DROP KEY quota_person,
      ADD UNIQUE KEY quota_team_days (starts_on, ends_before, team_id, revision),
      ADD UNIQUE KEY quota_person_days (starts_on, ends_before, person_id, revision)`,
    down: `ALTER TABLE quota
      DROP KEY quota_team_days,
      DROP KEY quota_person_days,
      ADD UNIQUE KEY quota_team (period_key, team_id, revision),
      ADD UNIQUE KEY quota_person (period_key, person_id, revision)`,
    unless: hasIndex('quota', 'quota_team_days'),
  }),
];
