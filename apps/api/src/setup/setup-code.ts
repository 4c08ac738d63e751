import { randomInt } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { FirstRunService } from '@tandem/demo';
import { forbidden } from '@tandem/kernel';
import { isSameCode } from './same-code';

/** Without the signs that are mistaken for one another; twelve of them are close to sixty bits, which nobody guesses over a network. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;

/** What keeps strangers from setting up somebody else's installation: a code that only its log tells. */
@Injectable()
export class SetupCode implements OnApplicationBootstrap {
  private readonly logger = new Logger('Setup');
  private readonly code: string;
  private isTold = false;

  constructor(
    private readonly firstRun: FirstRunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.code = config.SETUP_CODE ?? newCode();
  }

  /** A database that is away now is told of elsewhere; the code then, when somebody opens the page that asks for it. */
  async onApplicationBootstrap(): Promise<void> {
    if (await this.firstRun.isOpen().catch(() => false)) this.tell();
  }

  /** Once, so that whoever reads the log finds it. */
  tell(): void {
    if (this.isTold) return;
    this.isTold = true;
    const where = `${this.config.PUBLIC_URL ?? `http://${this.config.HOST}:${this.config.PORT}`}/welcome`;
    this.logger.warn(`Nobody has set up this installation yet. Open ${where}; the set-up code is ${this.code}`);
  }

  refuseWrong(given: string): void {
    if (isSameCode(given, this.code)) return;
    throw forbidden(
      'setup.code_wrong',
      'This is not the set-up code. It stands in the log of the API, and in the terminal Tandem was started from.',
      { errors: [{ pointer: '/code', code: 'wrong', detail: 'is not the set-up code' }] },
    );
  }
}

const newCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');
