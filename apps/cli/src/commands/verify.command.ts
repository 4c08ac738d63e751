import { InvalidArgumentError, Option, type Command } from 'commander';
import { locales, type Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import { Verifier, type Example, type VerificationReport } from '@tandem/verification';
import { exitCodes } from '../console/exit-codes';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';

interface Options {
  readonly only?: readonly string[];
  readonly connections: number;
  readonly locale: Locale;
  readonly json?: boolean;
}

const help = `
It only reads, and people may go on working meanwhile. Exit codes: 0 every law holds, 1 some do not, 2 there is no such check,
5 the database cannot be reached, 130 stopped. What each law means stands in docs/verify.md.`;

/** `tandem verify`: does everything that is kept fit together? */
export function addVerify(program: Command, { run }: Runner): void {
  program
    .command('verify')
    .description(
      'prove all records: logs, hash chains, bookings, audit trail, letters, imports; says which laws do not hold',
    )
    .option('--only <checks...>', 'only these, such as I5 or I14-bookings; I14 means all its parts')
    .addOption(
      new Option('--connections <number>', 'connections that look at the same time')
        .default(2)
        .argParser(fewConnections),
    )
    .addOption(new Option('--locale <language>', 'the language of the sentences').choices(locales).default('en'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', help)
    .action((options: Options) =>
      run(options, async (screen) => {
        const { only, connections } = options;
        const stop = new AbortController();
        process.once('SIGINT', () => stop.abort());
        try {
          const report = await withProduct((product) =>
            product.get(Verifier).verify({
              only,
              connections,
              signal: stop.signal,
              onProgress: ({ done, total }) => screen.progress('Verified', done, total),
            }),
          );
          if (screen.json) screen.document(documentOf(report, options.locale));
          else tell(report, options.locale, screen);
          return report.violations === 0 ? exitCodes.ok : exitCodes.unexpected;
        } catch (error) {
          if (!stop.signal.aborted) throw error;
          screen.note('Stopped; nothing is known yet.');
          return exitCodes.stopped;
        }
      }),
    );
}

function fewConnections(given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > 16)
    throw new InvalidArgumentError('Give a number from 1 to 16.');
  return number;
}

const wordsOf = (id: string, locale: Locale) => ({
  law: text(locale, `verification:law.${id}`),
  advice: text(locale, `verification:advice.${id}`),
});

const documentOf = ({ verdicts, ...report }: VerificationReport, locale: Locale) => ({
  ...report,
  verdicts: verdicts.map((verdict) => ({ ...verdict, ...wordsOf(verdict.id, locale) })),
});

function tell({ verdicts, looked, violations, seconds }: VerificationReport, locale: Locale, { print }: Screen): void {
  for (const { id, looked: rows, violations: faults, examples } of verdicts) {
    const { law, advice } = wordsOf(id, locale);
    print(`${faults === 0 ? 'holds  ' : 'BROKEN '} ${id.padEnd(14)} ${law} (${rows})`);
    if (faults === 0) continue;
    print(`${' '.repeat(23)}${faults}: ${examples.map(named).join('; ')}${faults > examples.length ? ' …' : ''}`);
    print(`${' '.repeat(23)}${advice}`);
  }
  const broken = verdicts.filter((verdict) => verdict.violations > 0).length;
  const rate = Math.round(looked / Math.max(seconds, 0.001));
  print(`${verdicts.length} checks: ${verdicts.length - broken} hold, ${broken} broken by ${violations} rows`);
  print(`looked at ${looked} rows in ${seconds.toFixed(1)} s, ${rate} a second`);
}

const named = (example: Example): string =>
  Object.entries(example)
    .map(([name, value]) => `${name} ${value ?? '–'}`)
    .join(', ');
