import { randomBytes } from 'node:crypto';
import { Option, type Command } from 'commander';
import { CONFIG, type Config } from '@tandem/config';
import { locales, roles, sides, type Locale, type Role, type Side } from '@tandem/kernel';
import { InvitationsService, PeopleReader, PeopleService } from '@tandem/people';
import { UsageFault } from '../console/exit-codes';
import type { Runner } from '../console/run';
import { readSecret } from '../console/read-secret';
import { withProduct } from '../product';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly side: Side;
  readonly team?: string;
  readonly locale: Locale;
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

const shortest = 12;
const longest = 128;

/** `tandem user create`: somebody who can sign in; `tandem user invite`: a link for somebody who shall choose a password. */
export function addUser(program: Command, { run }: Runner): void {
  const user = program.command('user').description('people who can sign in');
  addInvite(user, { run });
  user
    .command('create')
    .description('make somebody who can sign in; the password is asked for, or read from stdin')
    .requiredOption('--email <address>', 'the address they sign in with')
    .requiredOption('--name <name>', 'what others see')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .addOption(new Option('--side <side>', 'the department they belong to').choices(sides).makeOptionMandatory())
    .option('--team <name>', 'the name of their team')
    .addOption(new Option('--locale <language>', 'the language they read').choices(locales).default('en'))
    .option('--password-stdin', 'read the password from stdin')
    .option('--json', 'print one JSON document')
    .action((options: Options) =>
      run(options, async (screen) => {
        if (!/^[^@\s]+@[^@\s]+$/.test(options.email)) throw new UsageFault(`“${options.email}” is no e-mail address.`);
        const password = await readSecret(options.passwordStdin ?? false);
        if (password.length < shortest || password.length > longest) {
          throw new UsageFault(`A password has ${shortest} to ${longest} characters.`);
        }
        const id = await withProduct(async (product) => {
          const { email, name, role, side, locale } = options;
          const teamId = await teamOf(product.get(PeopleReader), options.team);
          return product.get(PeopleService).createPerson({ email, name, role, side, locale, teamId, password });
        });
        if (screen.json) screen.document({ id, email: options.email });
        else screen.print(`${options.name} can sign in as ${options.email}.`);
      }),
    );
}

interface Invitation {
  readonly email: string;
  readonly json?: boolean;
}

function addInvite(user: Command, { run }: Runner): void {
  user
    .command('invite')
    .description(
      'make a new link for somebody who is here already, to choose a password with; it works once, for fourteen days, and the password they have stays until then',
    )
    .requiredOption('--email <address>', 'the address they sign in with')
    .option('--json', 'print one JSON document')
    .action(({ email, ...options }: Invitation) =>
      run(options, async (screen) => {
        const token = randomBytes(32).toString('base64url');
        const link = await withProduct(async (product) => {
          await product.get(InvitationsService).renewByEmail(email, token);
          const { PUBLIC_URL, HOST, PORT } = product.get<Config>(CONFIG);
          return `${PUBLIC_URL ?? `http://${HOST}:${PORT}`}/invitation#${token}`;
        });
        if (screen.json) screen.document({ email, link });
        else screen.print(link);
      }),
    );
}

async function teamOf(people: PeopleReader, name: string | undefined) {
  if (name === undefined) return null;
  const teams = await people.teams();
  const team = teams.find((known) => known.name === name || known.nameZh === name);
  if (!team)
    throw new UsageFault(
      `There is no team “${name}”. There are: ${teams.map((known) => known.name).join(', ') || 'none yet'}.`,
    );
  return team.id;
}
