import { migration } from './migration';

/**
 * The only way to remove what is append-only. The application's user may call it, but only as long as what is kept
 * is not real; the owner of the tables may always, by `tandem reset`. What became append-only later is forgotten `also`.
 */
export const procedure = (
  isReal: string,
  also: readonly string[] = [],
) => `CREATE PROCEDURE forget_ledger() SQL SECURITY DEFINER MODIFIES SQL DATA
  BEGIN
    IF SUBSTRING_INDEX(USER(), '@', 1) <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND (${isReal}) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'real records are never forgotten by the application';
    END IF;
    DELETE FROM booking_restatement;
    DELETE FROM booking WHERE credit_of_id IS NOT NULL;
    DELETE FROM booking WHERE reverses_id IS NOT NULL;
    DELETE FROM booking;
    DELETE FROM opportunity_move;
    DELETE FROM account_merge;
    DELETE FROM period_lock;
    DELETE FROM audit_line;
    DELETE FROM audit_seal;${also.map(forgetting).join('')}
  END`;

const forgetting = (table: string) => `\n    DELETE FROM ${table};`;

export const drop = 'DROP PROCEDURE IF EXISTS forget_ledger';
export const exists = `SELECT 1 FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'forget_ledger'`;
const holdsReal = `EXISTS (SELECT 1 FROM organisation WHERE holds = 'real')`;

export const forgetLedger = [
  migration(1763900002500, 'create_forget_ledger_', { up: procedure(holdsReal), down: drop, unless: exists }),
];

/** What the application may write about the organisation proves nothing: the audit trail, which it cannot change, does. */
export const everHeldReal = `${holdsReal} OR EXISTS (SELECT 1 FROM audit_line
  WHERE object_kind = 'organisation' AND JSON_UNQUOTE(JSON_EXTRACT(after_state, '$.holds')) = 'real')`;

export const forgetNothingReal = [
  migration(1763900003200, 'drop_forget_ledger_', { up: drop, down: procedure(holdsReal) }),
  migration(1763900003201, 'create_forget_ledger_again_', { up: procedure(everHeldReal), down: drop, unless: exists }),
];
