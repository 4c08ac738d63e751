import { webcrypto } from 'node:crypto';
import { invalid, wrongMediaType } from '@tandem/kernel';
import type { z } from 'zod';
import type { MultipartRequest } from './upload';

export interface Parts<Options> {
  /** By the names the files were sent with. */
  readonly contents: ReadonlyMap<string, Buffer>;
  readonly options: Options;
}

/** Reads the parts of an upload: the files that are wanted, and the fields beside them. */
export async function readParts<Options>(
  request: MultipartRequest,
  shape: z.ZodType<Options>,
  keptAs: (filename: string) => string | null,
): Promise<Parts<Options>> {
  if (!request.isMultipart()) throw wrongMediaType('body.media_type', 'Send the files as multipart/form-data.');
  const contents = new Map<string, Buffer>();
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      const name = part.type === 'file' ? keptAs(nameOf(part.filename)) : null;
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else if (name !== null) contents.set(name, await part.toBuffer());
      else part.file.resume();
    }
  } catch (error) {
    // What is too large or too many has a status; what was cut off or has no boundary only says so in words.
    if ((error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw invalid('body.malformed', 'The upload could not be read: it was cut off, or its parts are not told apart.');
  }
  const options = shape.safeParse(fields);
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
const nameOf = (filename: string): string => filename.split(/[\\/]/).at(-1) ?? '';

/** What an upload is known by. Computed beside the thread that everybody waits for. */
export async function knownBy({ contents, options }: Parts<object>): Promise<object> {
  const files: Record<string, string> = {};
  for (const [name, content] of contents) {
    files[name] = Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
  }
  return { ...options, files };
}
