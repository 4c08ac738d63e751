import { check, untold, type Check } from '../check';

export interface FoundUser {
  readonly name: string;
  /** The lines of SHOW GRANTS. */
  readonly grants: readonly string[];
  /** What may be changed or removed although it is written once, as `UPDATE audit_line`; null when the server did not tell. */
  readonly mayChange: readonly string[] | null;
  /** The connection is encrypted. */
  readonly isEncrypted: boolean;
  /** The connection stays on this machine. */
  readonly isLocal: boolean;
}

const everything = /\bALL PRIVILEGES ON \*\.\*|\bSUPER\b|\bSET USER\b|\bCREATE USER\b|\bSYSTEM_VARIABLES_ADMIN\b/i;
const most = 4;

/** Whether the application's user may do more than the application does. */
export const checkUser = ({ name, grants, mayChange, isEncrypted, isLocal }: FoundUser): Check[] => [
  checkAppendOnly(name, mayChange),
  check('database.user', name, !grants.some((grant) => everything.test(grant)), {
    otherwise: 'warning',
    advice: 'This user administers the whole server. Whoever takes over the application has every database on it.',
  }),
  check('database.tls', wayOf(isLocal, isEncrypted), isLocal || isEncrypted, {
    otherwise: 'warning',
    advice:
      'Names, amounts and the password cross the network in the clear. Encrypt the way, or keep it on a private network.',
  }),
];

function checkAppendOnly(name: string, mayChange: FoundUser['mayChange']): Check {
  if (mayChange === null)
    return untold('database.append_only', 'A server that takes no writes does not tell. Ask again when it takes them.');
  const found =
    mayChange.length === 0
      ? 'log, bookings and audit trail can only be added to'
      : `${name} may ${mayChange.slice(0, most).join(', ')}${mayChange.length > most ? ' and more' : ''}`;
  return check('database.append_only', found, mayChange.length === 0, {
    otherwise: 'warning',
    advice:
      'Set DATABASE_OWNER_URL to the owner of the tables and DATABASE_URL to a user of its own, and run tandem migrate: it grants what is needed and no more.',
  });
}

function wayOf(isLocal: boolean, isEncrypted: boolean): string {
  if (isLocal) return 'on this machine';
  return isEncrypted ? 'encrypted' : 'in the clear';
}
