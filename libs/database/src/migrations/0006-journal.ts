import { key, tables } from './migration';

export const journal = tables(1763900000600, {
  idempotency_key: `
    scope BINARY(16) NOT NULL,
    key_hash BINARY(32) NOT NULL,
    operation ${key(160)} NOT NULL,
    body_hash BINARY(32) NOT NULL,
    body MEDIUMBLOB NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (scope, key_hash),
    KEY idempotency_key_age (created_at)`,

  audit_line: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    at DATETIME(3) NOT NULL,
    actor_id BINARY(16) NULL,
    actor_name VARCHAR(190) NOT NULL,
    via ${key(20)} NOT NULL,
    action ${key(60)} NOT NULL,
    object_kind ${key(40)} NOT NULL,
    object_id BINARY(16) NULL,
    before_state JSON NULL,
    after_state JSON NULL,
    KEY audit_line_object (object_kind, object_id, at)`,

  outbox_event: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    topic ${key(60)} NOT NULL,
    subject_id BINARY(16) NULL,
    payload JSON NOT NULL,
    state ENUM('pending','relayed') NOT NULL,
    attempts SMALLINT UNSIGNED NOT NULL,
    available_at DATETIME(3) NOT NULL,
    relayed_at DATETIME(3) NULL,
    KEY outbox_event_due (state, available_at)`,

  worker_heartbeat: `
    worker ${key(120)} NOT NULL PRIMARY KEY,
    beat_at DATETIME(3) NOT NULL,
    started_at DATETIME(3) NOT NULL`,

  external_record: `
    system ${key(40)} NOT NULL,
    kind ${key(40)} NOT NULL,
    external_id VARBINARY(190) NOT NULL,
    record_id BINARY(16) NOT NULL,
    content_hash BINARY(32) NOT NULL,
    PRIMARY KEY (system, kind, external_id),
    KEY external_record_target (record_id)`,

  import_run: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    profile ${key(40)} NOT NULL,
    state ENUM('waiting','running','done','failed') NOT NULL,
    dry_run BOOLEAN NOT NULL,
    replace_demo BOOLEAN NOT NULL,
    rows_total INT UNSIGNED NOT NULL,
    rows_done INT UNSIGNED NOT NULL,
    report JSON NULL,
    problem JSON NULL,
    started_by_id BINARY(16) NULL,
    started_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    lease_until DATETIME(3) NULL,
    fence INT UNSIGNED NOT NULL`,

  import_file: `
    run_id BINARY(16) NOT NULL,
    name ${key(120)} NOT NULL,
    content LONGBLOB NOT NULL,
    PRIMARY KEY (run_id, name),
    CONSTRAINT import_file_run_fk FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE`,
});
