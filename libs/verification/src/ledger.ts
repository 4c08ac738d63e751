import type { CheckId } from './catalogue';
import { mostExamples, type Example, type Found } from './check';
import type { VerificationReport } from './report';

/** What a step found, by the checks it served. */
export type FoundByCheck = ReadonlyMap<CheckId, Found>;

interface Account {
  looked: number;
  violations: number;
  examples: Example[];
}

/** Adds up what the steps found. */
export class Ledger {
  private readonly accounts: ReadonlyMap<CheckId, Account>;
  private readonly parts = new Map<string, { looked: number; seconds: number }>();

  constructor(checks: readonly { readonly id: CheckId }[]) {
    this.accounts = new Map(checks.map(({ id }) => [id, { looked: 0, violations: 0, examples: [] }]));
  }

  enter(part: string, found: FoundByCheck, seconds: number): void {
    const known = this.parts.get(part) ?? { looked: 0, seconds: 0 };
    const [first] = found.values();
    this.parts.set(part, { looked: known.looked + (first?.looked ?? 0), seconds: known.seconds + seconds });
    for (const [id, { looked, violations, examples }] of found) {
      const account = this.accounts.get(id);
      if (!account) continue;
      account.looked += looked;
      account.violations += violations;
      account.examples.push(...examples.slice(0, mostExamples - account.examples.length));
    }
  }

  close(seconds: number): VerificationReport {
    const verdicts = [...this.accounts].map(([id, account]) => ({ id, ...account }));
    const parts = [...this.parts].map(([name, part]) => ({ name, ...part }));
    return {
      verdicts,
      parts,
      looked: parts.reduce((sum, { looked }) => sum + looked, 0),
      violations: verdicts.reduce((sum, { violations }) => sum + violations, 0),
      seconds,
    };
  }
}
