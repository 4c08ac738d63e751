import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ClearingRepository } from '@tandem/exchange';
import { OrganisationReader } from '@tandem/people';
import { CastRepository } from './cast.repository';
import { alreadyHere, noDemoHere, realRecordsHere } from './demo.errors';
import { DemoTheatre } from './demo-theatre.service';
import { colleagues, demoPassword, emailOf, mightyKeys, signInKeys } from './outline/company';
import type { Tell } from './tell';

/** Who can sign in to the demo. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly nameZh: string;
  readonly role: string;
}

interface Loading {
  readonly seed?: number;
  /** Called after each part but the last. */
  readonly tell?: Tell;
  /** Somebody is here who administers: the password that everybody can read opens nothing of theirs. */
  readonly isAdministered?: boolean;
}

/** The company that a newcomer meets: generated, never mixed with real records, gone with one command. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly theatre: DemoTheatre,
    private readonly cast: CastRepository,
    private readonly clearing: ClearingRepository,
  ) {}

  /** All of it or nothing, in one transaction; the same for the same seed and day. */
  async load({ seed = 1, tell = unheard, isAdministered = false }: Loading = {}): Promise<void> {
    await this.database.write(async () => {
      const found = await this.organisation.find();
      if (found) throw found.holds === 'demo' ? alreadyHere() : realRecordsHere();
      await this.theatre.play(seed, tell);
      if (isAdministered) await this.cast.lockOut(mightyKeys);
    });
  }

  /** Whether nothing at all is here yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.organisation.find()) === null;
  }

  /** Removes the demo with everything in it. */
  async remove(): Promise<void> {
    await this.database.write(async () => {
      if ((await this.organisation.find())?.holds !== 'demo') throw noDemoHere();
      await this.clearing.clear({ personId: null, runId: null });
    });
  }

  /** Empty unless the organisation holds the demo: nobody else's password is ever printed. */
  async signIns(): Promise<SignIn[]> {
    if ((await this.organisation.find())?.holds !== 'demo') return [];
    return (await this.cast.unlocked(signInKeys)).flatMap((key) =>
      colleagues
        .filter((one) => one.key === key)
        .map(({ name, nameZh, role }) => ({ email: emailOf(key), password: demoPassword, name, nameZh, role })),
    );
  }
}

const unheard: Tell = () => Promise.resolve();
