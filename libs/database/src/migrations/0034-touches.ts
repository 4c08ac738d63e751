import { drop, everHeldReal, exists, procedure } from './0025-forget-ledger';
import { appendOnlyFigures } from './0032-forget-figures';
import { migration, tables } from './migration';

/** Every contact of either side with a buyer: what attribution goes by. */
export const touches = [
  ...tables(1763900003500, {
    touch: `
      id BINARY(16) NOT NULL PRIMARY KEY,
      opportunity_id BINARY(16) NULL,
      account_id BINARY(16) NULL,
      source_id BINARY(16) NOT NULL,
      campaign_id BINARY(16) NULL,
      side ENUM('sales','marketing') NOT NULL,
      kind ENUM('visit','form','email','event','call','meeting','demo','referral','other') NOT NULL,
      at DATETIME(3) NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      actor_id BINARY(16) NULL,
      KEY touch_opportunity (opportunity_id, at),
      KEY touch_account (account_id, at),
      CONSTRAINT touch_of_somebody CHECK (opportunity_id IS NOT NULL OR account_id IS NOT NULL),
      CONSTRAINT touch_opportunity_fk FOREIGN KEY (opportunity_id) REFERENCES opportunity (id),
      CONSTRAINT touch_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
      CONSTRAINT touch_source_fk FOREIGN KEY (source_id) REFERENCES source (id),
      CONSTRAINT touch_campaign_fk FOREIGN KEY (campaign_id) REFERENCES campaign (id),
      CONSTRAINT touch_actor_fk FOREIGN KEY (actor_id) REFERENCES person (id)`,
  }),
  migration(1763900003501, 'drop_forget_ledger_of_figures_', {
    up: drop,
    down: procedure(everHeldReal, appendOnlyFigures),
  }),
  migration(1763900003502, 'create_forget_ledger_of_touches_', {
    up: procedure(everHeldReal, [...appendOnlyFigures, 'touch']),
    down: drop,
    unless: exists,
  }),
];
