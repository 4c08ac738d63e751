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

  async change(personId: Id<'person'>, { present, next, token }: Wish): Promise<void> {
    const [person] = await this.database.query<{ address: Buffer | null; passwordHash: string | null }>(
      'SELECT email_norm AS address, password_hash AS passwordHash FROM person WHERE id = ?',
      [bin(personId)],
    );
    const address = person?.address ?? Buffer.from('');
    await this.brake.refuseWhileWaiting(address);
    if (!(await fitsPassword(person?.passwordHash ?? null, present))) {
      await this.brake.countFailure(address);
      throw refused('person.wrong_password', 'This is not the password you have now.', { pointer: '/present' });
    }
    await this.database.write(async () => {
      await this.people.changePassword(personId, next);
      await this.sessions.endOthers(personId, token);
    });
  }
}
