import { Option, type Command } from 'commander';
import { readConfig, type Config } from '@tandem/config';
import { exitCodes, UsageFault, type ExitCode } from '../console/exit-codes';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import type { Check, State } from '../doctor/check';
import { examine, subjects, type Subject } from '../doctor/examine';
import { withProduct } from '../product';

interface Options {
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly json?: boolean;
}

const signs: Readonly<Record<State, string>> = {
  good: 'good   ',
  advice: 'advice ',
  warning: 'WARNING',
  bad: 'BAD    ',
};

const help = `
Exit codes: 0 nothing is bad (with --strict: nothing is a warning either), 1 something is, 5 the database or Redis cannot
be reached. A health check asks for what concerns it: tandem doctor --strict --only work.worker`;

/** `tandem doctor`: is everything as it should be? */
export function addDoctor(program: Command, { run }: Runner): void {
  program
    .command('doctor')
    .description(
      'look for unsafe settings of database, Redis, mail, proxies and this machine, and for work left undone',
    )
    .addOption(new Option('--only <names...>', `only these: ${subjects.join(', ')}, or one check as in work.worker`))
    .option('--strict', 'warnings count as bad')
    .option('--json', 'print one JSON document')
    .addHelpText('after', help)
    .action((options: Options) =>
      run(options, async (screen) => {
        const only = options.only ?? subjects;
        const found = await examineAll(readConfig(), wantedBy(only));
        const checks = found.filter(({ name }) => only.some((asked) => name === asked || name.startsWith(`${asked}.`)));
        if (checks.length === 0) throw new UsageFault(`There is no check called ${only.join(' or ')}.`);
        if (screen.json) screen.document({ checks, tally: tally(checks) });
        else tell(checks, screen);
        return exitCodeOf(found, checks, options.strict ?? false);
      }),
    );
}

function wantedBy(only: readonly string[]): Subject[] {
  const wanted = subjects.filter((subject) => only.some((asked) => asked.split('.')[0] === subject));
  if (wanted.length === 0) throw new UsageFault(`The doctor looks at ${subjects.join(', ')}.`);
  return wanted;
}

/** A product that does not open is what people call the doctor for, so it is told among the rest. */
async function examineAll(config: Config, wanted: readonly Subject[]): Promise<Check[]> {
  let isOpen = false;
  try {
    return await withProduct((product) => {
      isOpen = true;
      return examine({ config, product, wanted });
    });
  } catch (error) {
    if (isOpen) throw error;
    return examine({ config, product: error as Error, wanted });
  }
}

function tell(checks: readonly Check[], { print }: Screen): void {
  for (const { name, state, found, advice } of checks) {
    print(`${signs[state]} ${name.padEnd(30)} ${found}`);
    if (advice) print(`${' '.repeat(39)}${advice}`);
  }
  const { good, advice, warning, bad } = tally(checks);
  print(`${checks.length} checks: ${good} good, ${advice} with advice, ${warning} warnings, ${bad} bad`);
}

const tally = (checks: readonly Check[]): Record<State, number> => {
  const of = (wanted: State) => checks.filter(({ state }) => state === wanted).length;
  return { good: of('good'), advice: of('advice'), warning: of('warning'), bad: of('bad') };
};

function exitCodeOf(found: readonly Check[], checks: readonly Check[], isStrict: boolean): ExitCode {
  const isAway = found.some(({ name, state }) => /^(database|redis)\.connection$/.test(name) && state === 'bad');
  if (isAway) return exitCodes.unreachable;
  const { bad, warning } = tally(checks);
  return bad > 0 || (isStrict && warning > 0) ? exitCodes.unexpected : exitCodes.ok;
}
