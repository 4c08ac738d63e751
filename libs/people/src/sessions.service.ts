import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { askTogether, bin, Database, isConnectionFailure } from '@tandem/database';
import {
  actingAs,
  actor,
  Clock,
  Problem,
  unauthenticated,
  type Id,
  type Locale,
  type Role,
  type Side,
} from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { fitsPassword } from './passwords';
import { normalEmail } from './rules/normal-email';
import { forgetMs } from './rules/slow-down';
import { SignInBrake } from './sign-in-brake';

const idleMs = 12 * 3_600_000;
const longestMs = 7 * 24 * 3_600_000;
/** How often a session in use is written back. */
const touchMs = 5 * 60_000;

/** The person behind a valid session. */
export interface SignedIn {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly role: Role;
  readonly side: Side;
  readonly teamId: Id<'team'> | null;
  readonly locale: Locale;
  readonly expiresAt: Date;
}

type KnownSession = SignedIn & { readonly lastSeenAt: Date };

/** Signing in and out. Tokens are 256 random bits; only their SHA-256 is stored. */
@Injectable()
export class SessionsService {
  /** Whoever asks while a question is on its way is asked about in the next: nobody is told what was true before they asked. */
  private readonly known = askTogether((hashes: readonly string[]) => this.findAll(hashes));

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly brake: SignInBrake,
  ) {}

  /** The new session's token and end; refuses with the same words whether the address or the password is wrong. */
  async signIn(email: string, password: string, userAgent: string | null): Promise<{ token: string; expiresAt: Date }> {
    const address = Buffer.from(normalEmail(email)).subarray(0, 320);
    await this.brake.refuseWhileWaiting(address);
    const [person] = await this.database.query<{
      id: Id<'person'>;
      name: string;
      passwordHash: string | null;
      active: number;
    }>('SELECT id, name, password_hash AS passwordHash, active FROM person WHERE email_norm = ?', [address]);
    const fits = await fitsPassword(person?.passwordHash ?? null, password);
    if (!person || !fits || person.active !== 1) {
      await this.brake.countFailure(address);
      throw unauthenticated('sign_in.refused', 'This e-mail address and password do not belong together.');
    }
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + longestMs);
    await this.database.write(async () => {
      await this.database.run('DELETE FROM sign_in_failure WHERE email_norm = ?', [address]);
      await this.database.run('DELETE FROM session WHERE person_id = ? AND expires_at < ?', [bin(person.id), now]);
      await this.database.run(
        'INSERT INTO session (token_hash, person_id, created_at, last_seen_at, expires_at, user_agent) VALUES (?, ?, ?, ?, ?, ?)',
        [hashOf(token), bin(person.id), now, now, expiresAt, userAgent?.slice(0, 255) ?? null],
      );
      // Whoever asked was nobody yet; what opens the door is told of whom it let in.
      await actingAs({ ...actor(), personId: person.id, name: person.name }, () => this.tell('signed_in', person.id));
    });
    return { token, expiresAt };
  }

  /** Who a token belongs to; null when it is unknown, too old, idle too long, or its person was switched off. */
  async find(token: string): Promise<SignedIn | null> {
    const row = await this.known(hashOf(token).toString('hex'));
    const now = this.clock.now().getTime();
    if (!row || row.expiresAt.getTime() <= now || row.lastSeenAt.getTime() + idleMs <= now) return null;
    if (row.lastSeenAt.getTime() + touchMs < now) await this.touch(token);
    return row;
  }

  private async findAll(hashes: readonly string[]): Promise<ReadonlyMap<string, KnownSession>> {
    const rows = await this.database.query<KnownSession & { tokenHash: Buffer }>(
      `SELECT s.token_hash AS tokenHash, p.id AS personId, p.name, p.role, p.side, p.team_id AS teamId, p.locale,
              s.expires_at AS expiresAt, s.last_seen_at AS lastSeenAt
       FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash IN (?) AND p.active`,
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    return new Map(rows.map(({ tokenHash, ...session }) => [tokenHash.toString('hex'), session]));
  }

  async signOut(token: string): Promise<void> {
    await this.database.write(async () => {
      const ended = await this.database.run('DELETE FROM session WHERE token_hash = ?', [hashOf(token)]);
      if (ended > 0) await this.tell('signed_out', actor().personId);
    });
  }

  /** Signs a person out everywhere but here. */
  async endOthers(personId: Id<'person'>, token: string): Promise<void> {
    await this.database.write(() =>
      this.database.run('DELETE FROM session WHERE person_id = ? AND token_hash <> ?', [bin(personId), hashOf(token)]),
    );
  }

  /** Forgets sessions that have ended and failed sign-ins that slow nobody down any more; says how many of both. */
  async prune(): Promise<number> {
    const now = this.clock.now();
    const ended = await this.database.prune('DELETE FROM session WHERE expires_at <= ? LIMIT ?', [now]);
    const forgotten = new Date(now.getTime() - forgetMs);
    return ended + (await this.database.prune('DELETE FROM sign_in_failure WHERE last_at < ? LIMIT ?', [forgotten]));
  }

  private tell(act: 'signed_in' | 'signed_out', id: Id<'person'> | null): Promise<void> {
    return this.outbox.record({ topic: `person.${act}`, subjectKind: 'person', subjectId: id });
  }

  /** As well as it goes: while the database takes no writes people go on reading, and a later request writes it back. */
  private async touch(token: string): Promise<void> {
    const written = this.database.write(() =>
      this.database.run('UPDATE session SET last_seen_at = ? WHERE token_hash = ?', [this.clock.now(), hashOf(token)]),
    );
    await written.catch((error: unknown) => {
      if (!isPassing(error)) throw error;
    });
  }
}

const isPassing = (error: unknown): boolean =>
  isConnectionFailure(error) || (error instanceof Problem && error.kind === 'unavailable');

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
