import type { Command } from 'commander';
import { BouncesService, type BounceOutcome } from '@tandem/mail';
import { readStdin } from '../console/read-stdin';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

const largestMail = 2_000_000;

const told: Readonly<Record<BounceOutcome['outcome'], string>> = {
  marked: 'The letter is marked as come back:',
  known: 'The letter was marked already:',
  no_letter: 'This report is about no letter of ours.',
  not_failed: 'This report tells of no failure; nothing was changed.',
  not_a_report: 'This mail is no report of a mail server; nothing was changed.',
};

const help = `
For a mail server that hands over what comes back to the sender address, as in Postfix's aliases:
  tandem: "|/usr/local/bin/tandem bounce || exit 75"
A mail that tells of no failure is taken and changes nothing: the exit code is 0, so that nothing bounces back and forth.
75 asks the mail server to try again later, when the database could not be reached.`;

/** `tandem bounce`: takes a mail that a mail server sent back, and marks the letter it is about. */
export function addBounce(program: Command, { run }: Runner): void {
  program
    .command('bounce')
    .description('read a returned mail (RFC 3464) from stdin and mark its letter as come back')
    .option('--json', 'print one JSON document')
    .addHelpText('after', help)
    .action((options: { json?: boolean }) =>
      run(options, async (screen) => {
        const mail = await readStdin('the returned mail', largestMail);
        const taken = await withProduct((product) => product.get(BouncesService, { strict: false }).take(mail));
        if (screen.json) return screen.document(taken);
        screen.print([told[taken.outcome], taken.deliveryId].filter(Boolean).join(' '));
      }),
    );
}
