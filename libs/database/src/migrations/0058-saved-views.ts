import { tables } from './migration';

/**
 * Filters of the board and the list of opportunities that people keep under a name, and which of them each person begins with. A name
 * stands once among what one person keeps for one page.
 */
export const savedViews = tables(1763900005800, {
  saved_view: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    owner_id BINARY(16) NOT NULL,
    page ENUM('board','opportunities') NOT NULL,
    name VARCHAR(80) NOT NULL,
    shared_with ENUM('nobody','team','organisation') NOT NULL,
    team_id BINARY(16) NULL,
    filter JSON NOT NULL,
    created_at DATETIME(3) NOT NULL,
    version INT UNSIGNED NOT NULL,
    UNIQUE KEY saved_view_name (owner_id, page, name),
    KEY saved_view_shared (shared_with, team_id),
    CONSTRAINT saved_view_team CHECK ((shared_with = 'team') = (team_id IS NOT NULL)),
    CONSTRAINT saved_view_owner_fk FOREIGN KEY (owner_id) REFERENCES person (id),
    CONSTRAINT saved_view_team_fk FOREIGN KEY (team_id) REFERENCES team (id)`,

  default_view: `
    person_id BINARY(16) NOT NULL,
    page ENUM('board','opportunities') NOT NULL,
    view_id BINARY(16) NULL,
    version INT UNSIGNED NOT NULL,
    PRIMARY KEY (person_id, page),
    KEY default_view_view (view_id),
    CONSTRAINT default_view_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT default_view_view_fk FOREIGN KEY (view_id) REFERENCES saved_view (id)`,
});
