import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabaseUrl, testOwnerUrl, testRedisUrl } from '../support/servers';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const handMade = path.join(root, 'test/fixtures/crm-sales');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Wishes {
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Begins a command of the built product, as a person would in a terminal. */
export function startCli(args: readonly string[], { environment }: Wishes = {}): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    HOME: os.tmpdir(),
    TZ: process.env['TZ'],
    DATABASE_URL: testDatabaseUrl(),
    DATABASE_OWNER_URL: testOwnerUrl(),
    REDIS_URL: testRedisUrl(),
    ...environment,
  };
  return spawn(process.execPath, [path.join(root, 'dist/packed/cli.js'), ...args], { env, cwd: root });
}

/** Runs a command to its end. */
export function runCli(args: readonly string[], wishes: Wishes = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startCli(args, wishes);
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin?.end(wishes.stdin ?? '');
  });
}

/** Runs a command that must succeed and reads the one document it prints. */
export async function documentOf<Document>(...args: string[]): Promise<Document> {
  const { code, stdout, stderr } = await runCli([...args, '--json']);
  if (code !== 0) throw new Error(`tandem ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Document;
}

/** A copy of the hand-made export with some files written anew. */
export function exportWith(files: Readonly<Record<string, string | Buffer | null>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-export-'));
  mkdirSync(folder, { recursive: true });
  for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv']) {
    const content = name in files ? files[name] : readFileSync(path.join(handMade, name));
    if (content !== null && content !== undefined) writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

export const handMadeFile = (name: string): string => readFileSync(path.join(handMade, name), 'utf8');
