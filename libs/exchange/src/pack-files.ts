import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ExportContents } from './crm-sales/read-export';

/** Parts of each file by its name, in order: pieces of one compressed stream. */
export type PackedFiles = ReadonlyMap<string, readonly Buffer[]>;

/** A statement doubles what it carries, and a server may take no more than 16 MB in one. */
const partBytes = 1024 * 1024;

const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

/** Compressed beside the thread that everybody waits for, one file after the other. */
export async function packFiles(contents: ExportContents): Promise<PackedFiles> {
  const packed = new Map<string, Buffer[]>();
  for (const [name, content] of contents) packed.set(name, partsOf(await compress(content)));
  return packed;
}

export async function unpackFiles(packed: PackedFiles): Promise<ExportContents> {
  const contents = new Map<string, Buffer>();
  for (const [name, parts] of packed) contents.set(name, await decompress(Buffer.concat(parts)));
  return contents;
}

const partsOf = (packed: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, part) =>
    packed.subarray(part * partBytes, (part + 1) * partBytes),
  );
