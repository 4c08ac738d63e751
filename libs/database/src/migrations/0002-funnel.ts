import { key, tables } from './migration';

export const funnel = tables(1763900000200, {
  funnel_stage: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    stage_key ${key(40)} NOT NULL,
    position SMALLINT UNSIGNED NOT NULL,
    buyer_step ENUM('customer_awareness','brand_awareness','consideration','preference',
      'purchase_intention','purchase','loyalty','advocacy') NOT NULL,
    name VARCHAR(190) NOT NULL,
    name_zh VARCHAR(190) NULL,
    owner_side ENUM('sales','marketing') NOT NULL,
    class ENUM('open','won') NOT NULL,
    mandatory BOOLEAN NOT NULL,
    probability TINYINT UNSIGNED NOT NULL,
    stale_days SMALLINT UNSIGNED NULL,
    UNIQUE KEY funnel_stage_key (stage_key),
    UNIQUE KEY funnel_stage_position (position),
    UNIQUE KEY funnel_stage_class (id, class),
    CONSTRAINT funnel_stage_probability CHECK (probability <= 100)`,

  conversion_window: `
    from_stage_id BINARY(16) NOT NULL,
    to_stage_id BINARY(16) NOT NULL,
    days SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (from_stage_id, to_stage_id),
    CONSTRAINT conversion_window_from_fk FOREIGN KEY (from_stage_id) REFERENCES funnel_stage (id),
    CONSTRAINT conversion_window_to_fk FOREIGN KEY (to_stage_id) REFERENCES funnel_stage (id)`,

  hand_off_contract: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    revision INT UNSIGNED NOT NULL,
    valid_from DATETIME(3) NOT NULL,
    response_minutes INT UNSIGNED NOT NULL,
    expiry_days SMALLINT UNSIGNED NOT NULL,
    rejection_reasons JSON NOT NULL,
    new_customer_variant ENUM('first_order','connected_new','win_back') NOT NULL,
    win_back_months TINYINT UNSIGNED NOT NULL,
    signed_by_sales_id BINARY(16) NULL,
    signed_by_marketing_id BINARY(16) NULL,
    UNIQUE KEY hand_off_contract_revision (revision),
    CONSTRAINT hand_off_contract_sales_fk FOREIGN KEY (signed_by_sales_id) REFERENCES person (id),
    CONSTRAINT hand_off_contract_marketing_fk FOREIGN KEY (signed_by_marketing_id) REFERENCES person (id)`,
});
