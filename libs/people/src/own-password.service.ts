import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { refused, type Id } from '@tandem/kernel';
import { fitsPassword } from './passwords';
import { PeopleService } from './people.service';
import { SessionsService } from './sessions.service';
import { SignInBrake } from './sign-in-brake';

interface Wish {
  readonly present: string;
  readonly next: string;
  /** The session that stays; all others of the person end. */
  readonly token: string;
}

/** Whoever is signed in chooses another password. The present one is asked for, because a browser may be left open. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly brake: SignInBrake,
  ) {}

  /** A retry, whose first try got through without an answer, finds its password in force and changes nothing more. */
  async change(personId: Id<'person'>, wish: Wish): Promise<void> {
    const address = await this.addressOf(personId);
    await this.brake.refuseWhileWaiting(address);
    const fitted = await this.database.write(() => this.changeHeld(personId, wish));
    if (fitted) return;
    // Counted in a transaction of its own: what is refused leaves nothing else.
    await this.brake.countFailure(address);
    throw refused('person.wrong_password', 'This is not the password you have now.', { pointer: '/present' });
  }

  /** False when the present password is another one. */
  private async changeHeld(personId: Id<'person'>, { present, next, token }: Wish): Promise<boolean> {
    const [held] = await this.database.query<{ passwordHash: string | null }>(
      'SELECT password_hash AS passwordHash FROM person WHERE id = ? FOR UPDATE',
      [bin(personId)],
    );
    const hash = held?.passwordHash ?? null;
    if (!(await fitsPassword(hash, present))) return fitsPassword(hash, next);
    await this.people.changePassword(personId, next);
    await this.sessions.endOthers(personId, token);
    return true;
  }

  private async addressOf(personId: Id<'person'>): Promise<Buffer> {
    const [person] = await this.database.query<{ address: Buffer | null }>(
      'SELECT email_norm AS address FROM person WHERE id = ?',
      [bin(personId)],
    );
    return person?.address ?? Buffer.from('');
  }
}
