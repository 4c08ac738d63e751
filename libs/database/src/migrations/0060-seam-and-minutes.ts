import { hasColumn, hasIndex, migration } from './migration';

/**
 * How offers ended lately is read from the end of the log of answers, whoever asks. An item that is parked stays open, and says since
 * when; a meeting says when its minutes were sent.
 */
export const seamAndMinutes = [
  migration(1763900006000, 'add_hand_off_answers_key_', {
    up: 'ALTER TABLE hand_off ADD KEY hand_off_answers (state, answered_at)',
    down: 'ALTER TABLE hand_off DROP KEY hand_off_answers',
    unless: hasIndex('hand_off', 'hand_off_answers'),
  }),
  migration(1763900006001, 'add_agenda_item_parked_', {
    up: `ALTER TABLE agenda_item ADD COLUMN parked_at DATETIME(3) NULL,
      ADD CONSTRAINT agenda_item_parked_is_open CHECK (parked_at IS NULL OR state = 'open')`,
    down: 'ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_parked_is_open, DROP COLUMN parked_at',
    unless: hasColumn('agenda_item', 'parked_at'),
  }),
  migration(1763900006002, 'add_agenda_minutes_', {
    up: 'ALTER TABLE agenda ADD COLUMN minutes_at DATETIME(3) NULL',
    down: 'ALTER TABLE agenda DROP COLUMN minutes_at',
    unless: hasColumn('agenda', 'minutes_at'),
  }),
];
