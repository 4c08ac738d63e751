import { tables } from './migration';

export const verification = tables(1763900002400, {
  verification_run: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    state ENUM('running','done','failed') NOT NULL,
    started_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    progress JSON NOT NULL,
    report JSON NULL,
    violations INT UNSIGNED NULL,
    lease_until DATETIME(3) NULL,
    KEY verification_run_newest (started_at)`,
});
