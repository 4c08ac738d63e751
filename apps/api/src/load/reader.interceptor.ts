import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Database } from '@tandem/database';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isUnsafe, type KnownRequest } from '../access/request';

/** A request that only looks never takes the connections that changes need. */
@Injectable()
export class ReaderInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<KnownRequest>();
    if (isUnsafe(method)) return next.handle();
    return from(this.database.asReader(() => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
