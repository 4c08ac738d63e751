import { parsed } from './judge';
import type { Request } from './request';
import type { Answer } from './wire';

/** Something that must not be, with the request that shows it. */
export interface Finding {
  readonly what: string;
  readonly request: Request;
  readonly answer: Answer | null;
}

interface Line {
  sent: number;
  slowest: number;
  readonly statuses: Map<number, number>;
  /** How often each code refused, of requests that nothing was wrong with. */
  readonly refusals: Map<string, number>;
}

/** Counts every request sent, and keeps what was found. */
export class Report {
  readonly findings: Finding[] = [];
  private readonly lines = new Map<string, Line>();
  private readonly since = performance.now();
  private readonly callers = new Set<string>();

  constructor(
    private readonly operations: readonly string[],
    private readonly seed: number,
  ) {}

  count({ operation, caller, whole }: Request, { status, milliseconds, text }: Answer): void {
    const line = this.lines.get(operation.name) ?? {
      sent: 0,
      slowest: 0,
      statuses: new Map<number, number>(),
      refusals: new Map<string, number>(),
    };
    this.lines.set(operation.name, line);
    this.callers.add(`${operation.name} ${caller}`);
    line.sent += 1;
    line.slowest = Math.max(line.slowest, milliseconds);
    line.statuses.set(status, (line.statuses.get(status) ?? 0) + 1);
    const isTelling = whole && status >= 400 && status !== 401 && status !== 403;
    const code = isTelling ? (parsed(text) as { code?: string } | undefined)?.code : undefined;
    if (code !== undefined) line.refusals.set(code, (line.refusals.get(code) ?? 0) + 1);
  }

  find(finding: Finding): void {
    this.findings.push(finding);
  }

  get sent(): number {
    return [...this.lines.values()].reduce((sum, line) => sum + line.sent, 0);
  }

  /** Operations nobody has called, and those that have never been carried out. */
  get untouched(): string[] {
    return this.operations.filter((name) => !this.lines.has(name));
  }
  get neverDone(): string[] {
    return this.operations.filter(
      (name) => ![...(this.lines.get(name)?.statuses.keys() ?? [])].some((status) => status >= 200 && status < 300),
    );
  }

  private reasonsOf(name: string): string {
    const refusals = [...(this.lines.get(name)?.refusals ?? [])].toSorted(([, one], [, other]) => other - one);
    return refusals.map(([code, count]) => `${code} × ${count}`).join(', ');
  }

  /** How far it is, for somebody who waits. */
  get line(): string {
    return `${this.sent} requests, ${Math.round(this.sent / this.seconds)} a second, ${this.findings.length} unexplained`;
  }

  get seconds(): number {
    return (performance.now() - this.since) / 1000;
  }

  private statusCounts(): Map<number, number> {
    const all = new Map<number, number>();
    for (const { statuses } of this.lines.values())
      for (const [status, count] of statuses) all.set(status, (all.get(status) ?? 0) + count);
    return new Map([...all].toSorted(([one], [other]) => one - other));
  }

  /** Findings that say the same of the same operation stand together. */
  private kinds(): [string, Finding[]][] {
    const kinds = new Map<string, Finding[]>();
    for (const finding of this.findings) {
      const kind = `${finding.request.operation.name}: ${finding.what.replace(/\(.*\)$/s, '').replaceAll(/\d{3,} ms/g, '… ms')}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
    }
    return [...kinds];
  }

  text(): string {
    const rows = [...this.lines]
      .toSorted(([, one], [, other]) => other.slowest - one.slowest)
      .map(([name, line]) => {
        const statuses = [...line.statuses]
          .toSorted(([one], [other]) => one - other)
          .map(([status, count]) => `${status}×${count}`);
        return `  ${name.padEnd(42)} ${String(line.sent).padStart(6)}  ${`${Math.round(line.slowest)} ms`.padStart(8)}  ${statuses.join(' ')}`;
      });
    const told = this.kinds().map(
      ([kind, found]) => `  ${found.length} × ${kind}\n      ${curlOf(found[0] as Finding, this.seed)}`,
    );
    return [
      `  ${'operation'.padEnd(42)} ${'sent'.padStart(6)}  ${'slowest'.padStart(8)}  statuses`,
      ...rows,
      '',
      `${this.sent} requests in ${this.seconds.toFixed(1)} s (${Math.round(this.sent / this.seconds)} a second), seed ${this.seed}`,
      `operations called: ${this.lines.size} of ${this.operations.length}; with each caller: ${this.callers.size}; carried out at least once: ${this.operations.length - this.neverDone.length}`,
      ...this.neverDone.map((name) => `  never carried out: ${name} (${this.reasonsOf(name)})`),
      `statuses: ${[...this.statusCounts()].map(([status, count]) => `${status === 0 ? 'hung up' : status} × ${count}`).join(', ')}`,
      `unexplained: ${this.findings.length}`,
      ...told,
    ].join('\n');
  }
}

/** The request as a command for a shell; the session of a role is left for the reader to put in. */
export function curlOf({ request, answer }: Finding, seed: number): string {
  const { operation, headers, body, target, caller, index } = request;
  const shown = headers.map(
    ([name, value]) => `-H ${quoted(`${name}: ${name === 'Cookie' ? `<${caller}>` : cut(value, 200)}`)}`,
  );
  const data = body === null ? [] : [`--data-binary ${quoted(cut(body.toString('utf8'), 600))}`];
  const came = answer ? ` → ${answer.status} ${cut(answer.text, 300)}` : '';
  return `[seed ${seed}, request ${index}, as ${caller}] curl -X ${operation.method} ${quoted(`$API${cut(target, 600)}`)} ${[...shown, ...data].join(' ')}${came}`;
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;

/** On one line whatever is in it. */
const quoted = (text: string): string =>
  `$${`'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)}'`}`;
