import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { actingAs, systemActor } from '@tandem/kernel';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { KnownRequest } from './request';

/** Everything a request does, it does as the person who sent it. */
@Injectable()
export class ActorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<KnownRequest>();
    return from(actingAs(actor ?? systemActor('web'), () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
