import { webcrypto } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { importOptions } from '@tandem/contracts';
import { exportFiles, ImportService, type ExportContents } from '@tandem/exchange';
import { invalid, wrongMediaType } from '@tandem/kernel';
import type { KnownRequest } from '../access/request';
import type { MultipartRequest, Upload } from './upload';

type Parts = Pick<Upload, 'options'> & { readonly contents: ExportContents };

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
    if (!request.isMultipart()) throw wrongMediaType('body.media_type', 'Send the files as multipart/form-data.');
    const { contents, options } = await readParts(request);
    request.body = { ...options, files: await digestsOf(contents) };
    request.upload = { checked: await this.imports.check(contents), options };
    return true;
  }
}

async function readParts(request: MultipartRequest): Promise<Parts> {
  const contents = new Map<string, Buffer>();
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else if (isNeeded(nameOf(part.filename))) contents.set(nameOf(part.filename), await part.toBuffer());
      else part.file.resume();
    }
  } catch (error) {
    // What is too large or too many has a status; what was cut off or has no boundary only says so in words.
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw invalid('body.malformed', 'The upload could not be read: it was cut off, or its parts are not told apart.');
  }
  const options = importOptions.safeParse(fields);
  if (!options.success) {
    const errors = options.error.issues.map(({ path, code, message }) => ({
      pointer: `/${path.join('/')}`,
      code,
      detail: message,
    }));
    throw invalid('request.invalid', 'The fields beside the files are not as expected.', { errors });
  }
  return { contents, options: options.data };
}

/** Browsers that send a folder put its path before the name. */
const nameOf = (filename: string): string => (filename.split(/[\\/]/).at(-1) ?? '').toLowerCase();

/** Whatever else a folder holds is passed over unread. */
const isNeeded = (name: string): boolean => exportFiles.some((known) => known === name);

/** Computed beside the thread that everybody waits for. */
async function digestsOf(contents: ExportContents): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const [name, content] of contents) {
    digests[name] = Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
  }
  return digests;
}
