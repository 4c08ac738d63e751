import { migration } from './migration';

/**
 * The only way to remove what is append-only. The application's user may call it, but only as long as what is kept
 * is not real; the owner of the tables may always, by `tandem reset`.
 */
export const forgetLedger = [
  migration(1763900002500, 'create_forget_ledger_', {
    up: `CREATE PROCEDURE forget_ledger() SQL SECURITY DEFINER MODIFIES SQL DATA
      BEGIN
        IF SUBSTRING_INDEX(USER(), '@', 1) <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
          AND EXISTS (SELECT 1 FROM organisation WHERE holds = 'real') THEN
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
        DELETE FROM audit_seal;
      END`,
    down: 'DROP PROCEDURE IF EXISTS forget_ledger',
    unless: `SELECT 1 FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = 'forget_ledger'`,
  }),
];
