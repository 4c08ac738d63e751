import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CONFIG, type Config } from '@tandem/config';
import { forbidden, systemActor, unauthenticated } from '@tandem/kernel';
import { SessionsService } from '@tandem/people';
import { allows, POLICY, type PolicyName } from './policy';
import { isUnsafe, type KnownRequest } from './request';
import { refuseForeignOrigin } from './same-origin';
import { sessionTokenOf } from './session-cookie';

/** Lets a request through when its route's policy says so; without a policy nobody gets through. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const policy = this.reflector.getAllAndOverride<PolicyName | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw forbidden('route.without_policy', 'Nobody may call this.');
    if (isUnsafe(request.method)) refuseForeignOrigin(request, this.config.PUBLIC_URL);
    if (policy === 'public') {
      request.actor = systemActor('web');
      return true;
    }
    const token = sessionTokenOf(request, this.config);
    const session = token === null ? null : await this.sessions.find(token);
    if (!session) throw unauthenticated('session.missing', 'Sign in first; your session may have ended.');
    if (!allows(policy, session.role)) {
      throw forbidden('policy.refused', 'Your role does not allow this.', { role: session.role, policy });
    }
    const { expiresAt, ...person } = session;
    request.actor = { ...person, via: 'web' };
    request.sessionExpiresAt = expiresAt;
    return true;
  }
}
