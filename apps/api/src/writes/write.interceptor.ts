import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Database, isOutage } from '@tandem/database';
import { invalid } from '@tandem/kernel';
import { IdempotencyRepository, type Attempt } from '@tandem/outbox';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isUnsafe, type KnownRequest } from '../access/request';
import { NOT_KEPT } from './not-kept';
import { OWN_TRANSACTION } from './own-transaction';
import { UNNAMED } from './unnamed';

/** What is kept of an answer; status and ETag follow from the route and the body. */
interface Kept {
  readonly body?: unknown;
  readonly location?: string | undefined;
}

interface Once {
  readonly handle: () => Promise<unknown>;
  /** A field of the answer that is told once and not remembered. */
  readonly notKept: string | undefined;
  /** Nothing that is kept may tell who asked. */
  readonly isUnnamed: boolean;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Every changing request runs in one transaction, opened here: the idempotency row, the effect, the log, the audit
 * line and the outbox row are all there or none is. After a deadlock the whole handler simply runs again.
 */
@Injectable()
export class WriteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly idempotency: IdempotencyRepository,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const ownTransaction = this.reflector.getAllAndOverride<boolean | undefined>(OWN_TRANSACTION, [
      context.getHandler(),
      context.getClass(),
    ]);
    const notKept = this.reflector.get<string | undefined>(NOT_KEPT, context.getHandler());
    const isUnnamed = this.reflector.get<boolean | undefined>(UNNAMED, context.getHandler()) ?? false;
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    const answer =
      isUnsafe(request.method) && !ownTransaction
        ? this.once(request, reply, { handle, notKept, isUnnamed })
        : handle();
    return from(answer.then((body: unknown) => tagged(reply, body)));
  }

  private async once(request: KnownRequest, reply: FastifyReply, asked: Once): Promise<unknown> {
    const { handle, notKept, isUnnamed } = asked;
    const attempt = attemptOf(request, isUnnamed);
    if (!attempt) return this.database.write(handle);
    // Whether the key was known before is not told yet.
    const claim = { isOpen: false };
    try {
      return await this.database.write(async () => {
        claim.isOpen = true;
        this.idempotency.claim(attempt, () => void (claim.isOpen = false));
        const body = await handle();
        const location = reply.getHeader('Location') as string | undefined;
        this.idempotency.remember(attempt, { body: without(notKept, body), location } satisfies Kept);
        return body;
      });
    } catch (error) {
      const known = claim.isOpen && !isOutage(error) && (await this.idempotency.find(attempt));
      if (!known) throw error;
      return replayed(reply, known.answer as Kept);
    }
  }
}

function replayed(reply: FastifyReply, { body, location }: Kept): unknown {
  void reply.header('Idempotency-Replayed', 'true');
  if (location !== undefined) void reply.header('Location', location);
  return body;
}

function attemptOf(request: KnownRequest, isUnnamed: boolean): Attempt | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
    throw invalid('idempotency.malformed', 'Idempotency-Key must be one text of 1 to 255 characters.');
  }
  const ifMatch = request.headers['if-match'] ?? '';
  return {
    scope: (isUnnamed ? null : request.actor?.personId) ?? nobody,
    key,
    operation: `${request.method} ${request.url.split('?')[0]}`,
    body: { ifMatch, body: request.body, ...(isUnnamed ? { key } : {}) },
  };
}

const without = (field: string | undefined, body: unknown): unknown =>
  field === undefined ? body : { ...(body as object), [field]: null };

/** A body that carries its version says so in the ETag as well. */
function tagged(reply: FastifyReply, body: unknown): unknown {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number') void reply.header('ETag', `"v${version}"`);
  return body;
}
