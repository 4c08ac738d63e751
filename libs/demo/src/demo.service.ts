import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ClearingRepository } from '@tandem/exchange';
import { OrganisationReader } from '@tandem/people';
import { alreadyHere, noDemoHere, realRecordsHere } from './demo.errors';
import { DemoTheatre } from './demo-theatre.service';
import { colleagues, demoPassword, emailOf, signInKeys } from './outline/company';
import type { Tell } from './tell';

/** Who can sign in to the demo. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly nameZh: string;
  readonly role: string;
}

/** The company that a newcomer meets: generated, never mixed with real records, gone with one command. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly theatre: DemoTheatre,
    private readonly clearing: ClearingRepository,
  ) {}

  /** All of it or nothing, in one transaction; the same for the same seed and day. `tell` is called after each part but the last. */
  async load({ seed = 1, tell = unheard }: { readonly seed?: number; readonly tell?: Tell } = {}): Promise<void> {
    await this.database.write(async () => {
      const found = await this.organisation.find();
      if (found) throw found.holds === 'demo' ? alreadyHere() : realRecordsHere();
      await this.theatre.play(seed, tell);
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
    return signInKeys.flatMap((key) =>
      colleagues
        .filter((one) => one.key === key)
        .map(({ name, nameZh, role }) => ({ email: emailOf(key), password: demoPassword, name, nameZh, role })),
    );
  }
}

const unheard: Tell = () => Promise.resolve();
