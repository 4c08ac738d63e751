import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { unavailable } from '@tandem/kernel';
import { isUnsafe, type KnownRequest } from '../access/request';
import { LoadGauge } from './load-gauge';
import { ALWAYS_ANSWERED } from './always-answered';

/** Turns reads away first when there is too much to do: a list can be asked for again, a move is somebody's work. */
@Injectable()
export class ShedReadsGuard implements CanActivate {
  constructor(
    private readonly gauge: LoadGauge,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (!this.gauge.isOverloaded) return true;
    const { method } = context.switchToHttp().getRequest<KnownRequest>();
    const isAlwaysAnswered = this.reflector.getAllAndOverride<boolean | undefined>(ALWAYS_ANSWERED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isUnsafe(method) || isAlwaysAnswered) return true;
    throw unavailable(
      'api.overloaded',
      'There is too much to do right now. Changes are still saved; ask again in a moment.',
      {
        retryAfter: 2,
      },
    );
  }
}
