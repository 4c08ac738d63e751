import type { Command } from 'commander';
import { exitCodes } from '../console/exit-codes';
import type { Runner } from '../console/run';
import { examine } from '../doctor/examine';
import { withProduct } from '../product';

const signs = { good: 'good   ', warning: 'WARNING', bad: 'BAD    ' };

/** `tandem doctor`: is everything as it should be? */
export function addDoctor(program: Command, { run }: Runner): void {
  program
    .command('doctor')
    .description(
      'look at database, Redis, worker, clocks and disk; 1 when something is bad, 5 when something cannot be reached',
    )
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options, async (screen) => {
        const checks = await withProduct(examine);
        if (screen.json) screen.document({ checks });
        for (const { name, state, found, advice } of checks) {
          screen.print(`${signs[state]} ${name.padEnd(28)} ${found}`);
          if (advice) screen.print(`${' '.repeat(37)}${advice}`);
        }
        const bad = checks.filter(({ state }) => state === 'bad');
        if (bad.some(({ name }) => name === 'redis.connection')) return exitCodes.unreachable;
        return bad.length > 0 ? exitCodes.unexpected : exitCodes.ok;
      }),
    );
}
