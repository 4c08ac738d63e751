/** A message as its reader sees it. */
export interface ReadMime {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly html: string | null;
  readonly text: string | null;
  readonly calendar: string | null;
}

interface Part {
  readonly headers: ReadMime['headers'];
  readonly body: Uint8Array;
}

/** Reads back the messages we compose ourselves: multipart, quoted-printable or base64, UTF-8. */
export function readMime(mime: Uint8Array): ReadMime {
  const message = partOf(mime);
  const leaves = leavesOf(message);
  const first = (type: string) => {
    const found = leaves.find((leaf) => typeOf(leaf).type === type);
    return found ? contentOf(found) : null;
  };
  return {
    headers: message.headers.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    html: first('text/html'),
    text: first('text/plain'),
    calendar: first('text/calendar'),
  };
}

function partOf(bytes: Uint8Array): Part {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = source.indexOf('\r\n\r\n');
  const head = source.subarray(0, end < 0 ? source.length : end).toString('utf8');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() }));
  return { headers, body: end < 0 ? Buffer.alloc(0) : source.subarray(end + 4) };
}

function leavesOf(part: Part): Part[] {
  const { type, boundary } = typeOf(part);
  if (!type.startsWith('multipart/') || !boundary) return [part];
  const whole = Buffer.from(part.body).toString('latin1');
  const pieces = `\r\n${whole}`.split(`\r\n--${boundary}`).slice(1, -1);
  return pieces.flatMap((piece) => leavesOf(partOf(Buffer.from(piece.replace(/^[ \t]*\r\n/, ''), 'latin1'))));
}

function typeOf({ headers }: Part): { type: string; boundary: string | null } {
  const value = headerOf(headers, 'content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(value)?.[1] ?? null;
  return { type: value.split(';')[0]?.trim().toLowerCase() ?? '', boundary };
}

function contentOf({ headers, body }: Part): string {
  const encoding = headerOf(headers, 'content-transfer-encoding')?.toLowerCase();
  const raw = Buffer.from(body).toString('latin1');
  if (encoding === 'base64') return Buffer.from(raw, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(raw.replace(/=[ \t]*\r\n/g, '')).toString('utf8');
  return Buffer.from(body).toString('utf8');
}

const headerOf = (headers: Part['headers'], name: string): string | null =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;

const word = String.raw`=\?utf-8\?[QB]\?[^?]*\?=`;
const run = new RegExp(`${word}(?:\\s+${word})*`, 'gi');

/** RFC 2047 words; a character may be cut between two of them, so a run is joined as bytes first. */
const decodeWords = (value: string): string =>
  value.replace(run, (words) =>
    Buffer.concat(
      [...words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, kind = '', text = '']) =>
        kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' ')),
      ),
    ).toString('utf8'),
  );

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
