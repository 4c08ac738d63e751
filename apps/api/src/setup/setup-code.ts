import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { FirstRunService } from '@tandem/demo';
import { forbidden } from '@tandem/kernel';
import type { FastifyRequest } from 'fastify';
import { isAtTheMachine } from './at-the-machine';

/** Without the signs that are mistaken for one another; twelve of them are sixty bits, which nobody guesses over a network. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;

/** What keeps strangers from setting up somebody else's installation: a code that only its log tells. */
@Injectable()
export class SetupCode implements OnApplicationBootstrap {
  private readonly logger = new Logger('Setup');
  private readonly code: string;

  constructor(
    private readonly firstRun: FirstRunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.code = config.SETUP_CODE ?? newCode();
  }

  /** Told once, so that whoever reads the log finds it. A database that is away is told of elsewhere. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.firstRun.isOpen().catch(() => false))) return;
    const where = `${this.config.PUBLIC_URL ?? `http://${this.config.HOST}:${this.config.PORT}`}/welcome`;
    this.logger.warn(`Nobody has set up this installation yet. Open ${where}; the set-up code is ${this.code}`);
  }

  isNeededBy(request: FastifyRequest): boolean {
    const { HOST: host, PUBLIC_URL: publicUrl, TRUST_PROXY: proxies } = this.config;
    const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
      (name) => request.headers[name] !== undefined,
    );
    const peer = request.socket.remoteAddress ?? '';
    return !isAtTheMachine({ peer, hostname: nameOf(request.headers.host), isForwarded }, { host, publicUrl, proxies });
  }

  refuseWrong(request: FastifyRequest, given: string | undefined): void {
    if (!this.isNeededBy(request) || isSame(given ?? '', this.code)) return;
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

/** `[::1]:3000` is `[::1]`, and `localhost:3000` is `localhost`. */
const nameOf = (host: string | undefined): string => (host ?? '').toLowerCase().replace(/:\d+$/, '');

const plain = (code: string): string => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
const digest = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
