import { key, tables } from './migration';

/** Who outside is told what happened, what is on its way to them, and every try. */
export const webhooks = tables(1763900003000, {
  webhook_endpoint: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    url VARCHAR(2000) NOT NULL,
    description VARCHAR(190) NULL,
    events JSON NOT NULL,
    state ENUM('enabled','disabled','removed') NOT NULL,
    disabled_for ENUM('by_hand','gone','failing') NULL,
    secret VARBINARY(200) NOT NULL,
    old_secret VARBINARY(200) NULL,
    old_secret_until DATETIME(3) NULL,
    failing_since DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    created_by_id BINARY(16) NULL,
    version INT UNSIGNED NOT NULL,
    KEY webhook_endpoint_state (state),
    CONSTRAINT webhook_endpoint_disabled_for CHECK ((state = 'disabled') = (disabled_for IS NOT NULL)),
    CONSTRAINT webhook_endpoint_old_secret_ends CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))`,

  webhook_delivery: `
    event_id BINARY(16) NOT NULL,
    endpoint_id BINARY(16) NOT NULL,
    topic ${key(60)} NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    state ENUM('pending','sending','delivered','failed') NOT NULL,
    attempts SMALLINT UNSIGNED NOT NULL,
    available_at DATETIME(3) NOT NULL,
    lease_until DATETIME(3) NULL,
    fence INT UNSIGNED NOT NULL,
    last_status SMALLINT UNSIGNED NULL,
    delivered_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (event_id, endpoint_id),
    KEY webhook_delivery_due (endpoint_id, state, available_at),
    KEY webhook_delivery_lease (state, lease_until),
    KEY webhook_delivery_age (created_at),
    CONSTRAINT webhook_delivery_delivered_at CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_leased CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT webhook_delivery_endpoint_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id)`,

  webhook_attempt: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    event_id BINARY(16) NOT NULL,
    endpoint_id BINARY(16) NOT NULL,
    at DATETIME(3) NOT NULL,
    took_ms INT UNSIGNED NOT NULL,
    outcome ENUM('delivered','refused','redirected','timed_out','unreachable','private_address') NOT NULL,
    status SMALLINT UNSIGNED NULL,
    detail VARCHAR(300) NULL,
    KEY webhook_attempt_delivery (event_id, endpoint_id, at),
    CONSTRAINT webhook_attempt_delivery_fk FOREIGN KEY (event_id, endpoint_id)
      REFERENCES webhook_delivery (event_id, endpoint_id) ON DELETE CASCADE`,
});
