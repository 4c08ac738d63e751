interface Field {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** A mail or a part of one, as strangers write them; the body is decoded where it is text. */
export interface Entity {
  readonly headers: readonly Field[];
  /** In lower case, without parameters. */
  readonly type: string;
  readonly boundary: string | null;
  readonly body: string;
}

const deepest = 6;
const mostParts = 100;

/** Reads headers and body of a mail with any line ends; what is no header is passed over. */
export function parseEntity(text: string): Entity {
  const source = text.replace(/\r\n?/g, '\n');
  const end = source.startsWith('\n') ? 0 : source.indexOf('\n\n');
  const headers = readFields(end < 0 ? source : source.slice(0, end));
  const contentType = headerOf(headers, 'content-type') ?? 'text/plain';
  const body = end < 0 ? '' : source.slice(source.startsWith('\n') ? 1 : end + 2);
  return {
    headers,
    type: contentType.split(';')[0]?.trim().toLowerCase() ?? '',
    boundary: boundaryIn(contentType),
    body: decoded(body, headerOf(headers, 'content-transfer-encoding')),
  };
}

/** The parts that hold something, in order; a mail without parts is its own only one. */
export function leavesOf(entity: Entity, depth = 0): Entity[] {
  const { boundary, body, type } = entity;
  if (!type.startsWith('multipart/') || boundary === null || depth === deepest) return [entity];
  const parts: string[][] = [];
  for (const line of body.split('\n')) {
    const mark = line.startsWith('--') ? line.trimEnd() : '';
    if (mark === `--${boundary}--` || parts.length > mostParts) break;
    if (mark === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.flatMap((lines) => leavesOf(parseEntity(lines.join('\n')), depth + 1));
}

/** Lines of `Name: value`; a line that begins with a blank belongs to the one before. */
export function readFields(text: string): Field[] {
  const lines = text.replace(/\n[ \t]+/g, ' ').split('\n');
  return lines.slice(0, 500).flatMap((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    return /^[!-9;-~]{1,76}$/.test(name) ? [{ name, value: line.slice(colon + 1).trim() }] : [];
  });
}

export const headerOf = (headers: readonly Field[], name: string): string | null =>
  headers.find((header) => header.name === name)?.value ?? null;

function boundaryIn(contentType: string): string | null {
  const found = /;\s?boundary\s?=\s?(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

function decoded(body: string, encoding: string | null): string {
  const kind = encoding?.trim().toLowerCase();
  if (kind === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
  if (kind === 'quoted-printable') return fromQuoted(body.replace(/=[ \t]*\n/g, ''));
  return body;
}

/** Bytes written as `=E5` become text again; whatever else is no ASCII stays as it is. */
const fromQuoted = (text: string): string =>
  text.replace(/(?:=[0-9A-Fa-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
