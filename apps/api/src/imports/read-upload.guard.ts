import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { importOptions } from '@tandem/contracts';
import { exportFiles, type ExportContents } from '@tandem/exchange';
import { invalid, wrongMediaType } from '@tandem/kernel';
import type { KnownRequest } from '../access/request';
import type { MultipartRequest, Upload } from './upload';

/**
 * Reads an upload once the caller is known to be allowed and before the transaction begins: a request that runs again after
 * a deadlock finds the files still there, and a slow network holds no lock. The body becomes what the files are known by.
 */
@Injectable()
export class ReadUpload implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<MultipartRequest & KnownRequest>();
    if (!request.isMultipart()) throw wrongMediaType('body.media_type', 'Send the files as multipart/form-data.');
    const upload = await readParts(request);
    request.upload = upload;
    request.body = { ...upload.options, files: digestsOf(upload.contents) };
    return true;
  }
}

async function readParts(request: MultipartRequest): Promise<Upload> {
  const contents = new Map<string, Buffer>();
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') contents.set(nameOf(part.filename), await part.toBuffer());
      else fields[part.fieldname] = part.value;
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
  const needed = [...contents].filter(([name]) => exportFiles.some((known) => known === name));
  return { contents: new Map(needed), options: options.data };
}

/** Browsers that send a folder put its path before the name. */
const nameOf = (filename: string): string => (filename.split(/[\\/]/).at(-1) ?? '').toLowerCase();

const digestsOf = (contents: ExportContents): Record<string, string> =>
  Object.fromEntries(
    [...contents].map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]),
  );
