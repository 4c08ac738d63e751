import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { listOptions, previewOptions } from '@tandem/contracts';
import { OpportunityLists } from '@tandem/exchange';
import { invalid } from '@tandem/kernel';
import type { KnownRequest } from '../access/request';
import { knownBy, readParts, type Parts } from './read-parts';
import type { MultipartRequest } from './upload';

/** Reads a list of opportunities as it is said to be read, before the transaction begins. */
@Injectable()
export class ReadList implements CanActivate {
  constructor(private readonly lists: OpportunityLists) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MultipartRequest & KnownRequest>();
    const parts = await readParts(request, listOptions, (filename) => filename);
    request.body = await knownBy(parts);
    const { mapping, ...options } = parts.options;
    request.upload = { checked: await this.lists.check(...onlyFile(parts), mapping), options };
    return true;
  }
}

/** Looks at a list before the transaction begins. */
@Injectable()
export class LookAtList implements CanActivate {
  constructor(private readonly lists: OpportunityLists) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MultipartRequest & KnownRequest>();
    const parts = await readParts(request, previewOptions, (filename) => filename);
    request.body = await knownBy(parts);
    request.looked = await this.lists.look(...onlyFile(parts), parts.options);
    return true;
  }
}

function onlyFile({ contents }: Parts<unknown>): [file: string, content: Buffer] {
  const [only, ...others] = contents;
  if (!only || others.length > 0) throw invalid('import.one_file', 'Send one file: a list of opportunities as CSV.');
  return only;
}
