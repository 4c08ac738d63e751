import { readFileSync } from 'node:fs';
import type { Plan } from './plan';
import { brokenText, jsonText, mutated } from './spoil';

const fileNames = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];

/** The hand-made export as a browser would send it; a mutation of the body spoils one of its files instead. */
export function uploadOf(
  fields: unknown,
  { mutation, files }: Plan,
  media: string | null,
  index: number,
): { type: string | null; bytes: Buffer } {
  const boundary = `fuzz-${index}`;
  const given = mutation?.of === 'body' ? mutated(fields, mutation) : fields;
  const texts = Object.entries(typeof given === 'object' && given !== null ? given : { x: given }).filter(
    ([name]) => name !== 'files',
  );
  const parts = texts.map(([name, value]) =>
    part(
      boundary,
      `name="${name.replaceAll(/["\r\n\0]/g, '')}"`,
      Buffer.from(typeof value === 'string' ? value : jsonText(value)),
    ),
  );
  for (const [at, name] of fileNames.entries()) {
    if (files === at) continue;
    const content = readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url));
    const sent =
      mutation?.of === 'text' && mutation.at % 4 === at ? brokenText(content.toString('utf8'), mutation) : content;
    parts.push(part(boundary, `name="files"; filename="${files > 90 ? `x/${name.toUpperCase()}` : name}"`, sent));
  }
  const whole = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  const cut = mutation?.of === 'text' && mutation.act === 'cut' ? whole.subarray(0, mutation.at % whole.length) : whole;
  return { type: mutation?.of === 'media' ? media : `multipart/form-data; boundary=${boundary}`, bytes: cut };
}

const part = (boundary: string, disposition: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
