import type { Command } from 'commander';
import { DemoService } from '@tandem/demo';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

/** `tandem sign-ins`: who can sign in to the demo company. */
export function addSignIns(program: Command, { run }: Runner): void {
  program
    .command('sign-ins')
    .description('show the sign-ins of the demo company; nothing when it is not here')
    .option('--json', 'print one JSON document')
    .action((options: { json?: boolean }) =>
      run(options, (screen) =>
        withProduct(async (product) => {
          const signIns = await product.get(DemoService).signIns();
          if (screen.json) return screen.document({ signIns });
          const [first] = signIns;
          if (!first) return;
          screen.print(`Sign in to the demo company with the password ${first.password} as`);
          for (const { email, name, role } of signIns)
            screen.print(`  ${email.padEnd(24)} ${name} (${role.replace('_', ' ')})`);
        }),
      ),
    );
}
