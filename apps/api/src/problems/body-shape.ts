import { invalid, type Problem, wrongMediaType } from '@tandem/kernel';
import { findRepeatedField } from './find-repeated-field';

const deepest = 32;
const most = 20_000;
/** Names that lead out of an object. They would be left out silently further in, and nothing sent is passed over in silence. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

const readable = /^(application\/json|multipart\/form-data|message\/rfc822)\b/i;

/**
 * A form post is what another site can make a browser send, so only JSON, file uploads and returned mails are read; and nothing
 * is unpacked, because a small body can hold a huge one.
 */
export function refuseOtherMedia(contentType: string | undefined, encoding: string | undefined): void {
  const isReadable = contentType === undefined || readable.test(contentType);
  if (isReadable && (encoding === undefined || /^identity$/i.test(encoding))) return;
  throw wrongMediaType('body.media_type', 'Send the body as application/json.');
}

/** Refuses JSON so deep or so crowded that only an attack looks like it, before anything walks it by recursion. */
export function refuseMonstrousBody(body: unknown): void {
  let level: unknown[] = [body];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
      for (const [key, part] of Object.entries(value)) {
        if (reserved.has(key)) throw invalid('body.reserved_field', `No request has a field called ${key}.`);
        next.push(part);
      }
    }
    seen += next.length;
    if (depth > deepest || seen > most)
      throw invalid('body.too_complex', 'The body is nested too deeply or has too many fields.');
    level = next;
  }
}

/** What is to be said of JSON that says one thing twice: which of the two was meant only the sender knows. */
export function repetitionIn(json: string): Problem | null {
  const field = findRepeatedField(json)?.slice(0, 100);
  if (field === undefined) return null;
  return invalid('body.duplicate_field', `The field “${field}” stands twice in one object. Say it once.`, { field });
}
