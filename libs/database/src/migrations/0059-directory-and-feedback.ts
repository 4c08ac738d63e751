import { hasColumn, hasIndex, migration, tables } from './migration';

/**
 * How a colleague is reached and what they are asked about, the key a search for a contact begins with, and what the two sides tell
 * each other. A row of feedback without an author has no time either: of both, the other could be found.
 */
export const directoryAndFeedback = [
  migration(1763900005900, 'add_person_card_', {
    up: 'ALTER TABLE person ADD COLUMN phone VARCHAR(60) NULL, ADD COLUMN ask_about VARCHAR(190) NULL',
    down: 'ALTER TABLE person DROP COLUMN phone, DROP COLUMN ask_about',
    unless: hasColumn('person', 'ask_about'),
  }),
  migration(1763900005901, 'add_contact_name_key_', {
    up: 'ALTER TABLE contact ADD KEY contact_name (name)',
    down: 'ALTER TABLE contact DROP KEY contact_name',
    unless: hasIndex('contact', 'contact_name'),
  }),
  ...tables(1763900005902, {
    feedback: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    about ENUM('lead_quality','follow_up') NOT NULL,
    week_start DATE NOT NULL,
    hand_off_id BINARY(16) NULL,
    week_mark TINYINT UNSIGNED NULL,
    score TINYINT UNSIGNED NOT NULL,
    comment VARCHAR(500) NULL,
    author_id BINARY(16) NULL,
    given_at DATETIME(3) NULL,
    version INT UNSIGNED NOT NULL,
    UNIQUE KEY feedback_once_a_week (author_id, week_start, week_mark),
    UNIQUE KEY feedback_once_a_hand_off (author_id, hand_off_id),
    KEY feedback_week (week_start, about, score),
    CONSTRAINT feedback_score CHECK (score BETWEEN 1 AND 5),
    CONSTRAINT feedback_subject CHECK ((hand_off_id IS NULL) = (week_mark IS NOT NULL)),
    CONSTRAINT feedback_without_author CHECK ((author_id IS NULL) = (given_at IS NULL)),
    CONSTRAINT feedback_on_hand_off_is_signed CHECK (hand_off_id IS NULL OR author_id IS NOT NULL),
    CONSTRAINT feedback_author_fk FOREIGN KEY (author_id) REFERENCES person (id),
    CONSTRAINT feedback_hand_off_fk FOREIGN KEY (hand_off_id) REFERENCES hand_off (id)`,
  }),
];
