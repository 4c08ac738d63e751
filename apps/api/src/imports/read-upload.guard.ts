import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { importOptions } from '@tandem/contracts';
import { exportFiles, ImportService } from '@tandem/exchange';
import type { KnownRequest } from '../access/request';
import { knownBy, readParts } from './read-parts';
import type { MultipartRequest } from './upload';

/**
 * Reads an upload once the caller is known to be allowed and before the transaction begins: a request that runs again after
 * a deadlock finds the files still there, and neither a slow network nor a large file holds a lock. The body becomes what
 * the files are known by.
 */
@Injectable()
export class ReadUpload implements CanActivate {
  constructor(private readonly imports: ImportService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MultipartRequest & KnownRequest>();
    const parts = await readParts(request, importOptions, (filename) => neededAs(filename.toLowerCase()));
    request.body = await knownBy(parts);
    request.upload = { checked: await this.imports.check(parts.contents), options: parts.options };
    return true;
  }
}

/** Whatever else a folder holds is passed over unread. */
const neededAs = (name: string): string | null => (exportFiles.some((known) => known === name) ? name : null);
