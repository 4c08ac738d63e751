import { Argument, InvalidArgumentError, type Command } from 'commander';
import { DemoService } from '@tandem/demo';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

interface Options {
  readonly ifEmpty?: boolean;
  readonly seed: number;
  readonly json?: boolean;
}

/** `tandem seed demo`: loads the demo company. */
export function addSeed(program: Command, { run }: Runner): void {
  program
    .command('seed')
    .description('load the generated demo company into an empty organisation')
    .addArgument(new Argument('<what>', 'what to load').choices(['demo']))
    .option('--if-empty', 'do nothing when something is here already')
    .option('--seed <number>', 'another company comes of another seed', wholeNumber, 1)
    .option('--json', 'print one JSON document')
    .action((_what: string, { ifEmpty = false, seed, ...options }: Options) =>
      run(options, (screen) =>
        withProduct(async (product) => {
          const demo = product.get(DemoService);
          const loads = !ifEmpty || (await demo.isEmpty());
          if (loads) await demo.load({ seed });
          if (screen.json) screen.document({ loaded: loads, seed });
          else if (loads) screen.print('The demo company is loaded.');
        }),
      ),
    );
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
