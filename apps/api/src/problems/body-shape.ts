import { invalid, wrongMediaType } from '@tandem/kernel';

const deepest = 32;
const most = 20_000;

/** A form post is what another site can make a browser send, so only JSON and file uploads are read. */
export function refuseOtherMedia(contentType: string | undefined): void {
  if (contentType === undefined || /^(application\/json|multipart\/form-data)\b/i.test(contentType)) return;
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
      for (const part of Object.values(value)) next.push(part);
    }
    seen += next.length;
    if (depth > deepest || seen > most)
      throw invalid('body.too_complex', 'The body is nested too deeply or has too many fields.');
    level = next;
  }
}
