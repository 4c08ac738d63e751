import { Injectable } from '@nestjs/common';
import { DemoService, type SignIn } from './demo.service';
import type { FirstRunState, FirstWish } from './first-run.entity';
import { FirstRunRepository } from './first-run.repository';
import { demoParts } from './tell';

export interface FirstRunView {
  readonly wish: FirstWish;
  readonly state: FirstRunState;
  readonly partsDone: number;
  readonly parts: number;
  readonly problem: string | null;
  readonly askedAt: Date;
  /** Who can sign in to the demo company once it is here. */
  readonly signIns: readonly SignIn[];
}

/** How far the beginning of this installation has come. */
@Injectable()
export class DemoProgressReader {
  constructor(
    private readonly runs: FirstRunRepository,
    private readonly demo: DemoService,
  ) {}

  /** Null where nobody has set anything up by the wizard. */
  async find(): Promise<FirstRunView | null> {
    const run = await this.runs.find();
    if (!run) return null;
    const { wish, state, stepsDone, problem, askedAt } = run;
    const signIns = wish === 'demo' && state === 'done' ? await this.demo.signIns() : [];
    return { wish, state, partsDone: Math.min(stepsDone, demoParts), parts: demoParts, problem, askedAt, signIns };
  }
}
