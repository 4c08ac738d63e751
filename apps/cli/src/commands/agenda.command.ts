import type { INestApplicationContext } from '@nestjs/common';
import { Option, type Command } from 'commander';
import { isoWeekOf, localDate, locales, Clock, type Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import { AgendaPlanner, AgendasReader, describeItem, SeriesReader, type AgendaSummary } from '@tandem/meetings';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';

interface Options {
  readonly series: string;
  readonly week?: string;
  readonly locale: Locale;
  readonly json?: boolean;
}

/** `tandem agenda --series weekly-joint --week 2017-W20`: the agenda of one meeting, written now when it is due and not there. */
export function addAgenda(program: Command, { run }: Runner): void {
  program
    .command('agenda')
    .description('the agenda of a joint meeting; one that is due and not there yet is written')
    .requiredOption('--series <key>', 'the key of the series, such as weekly-joint')
    .option('--week <week>', 'the ISO week, such as 2017-W20; default: this week')
    .addOption(new Option('--locale <language>', 'the language of the items').choices(locales).default('en'))
    .option('--json', 'print one JSON document')
    .action(({ series, week, locale, ...options }: Options) =>
      run(options, async (screen) => {
        const agenda = await withProduct((product) => agendaOf(product, series, { week, locale }));
        if (screen.json) screen.document(agenda);
        else printAgenda(agenda, locale, screen);
      }),
    );
}

type Told = AgendaSummary & { readonly items: readonly ToldItem[] };
interface ToldItem {
  readonly section: string;
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  readonly state: string;
  readonly decision: string | null;
  readonly carried: number;
}

async function agendaOf(
  product: INestApplicationContext,
  seriesKey: string,
  { week, locale }: { readonly week: string | undefined; readonly locale: Locale },
): Promise<Told> {
  const { zone } = await product.get(SeriesReader).byKey(seriesKey);
  const thisWeek = isoWeekOf(localDate(product.get(Clock).now(), zone));
  const id = await product.get(AgendaPlanner).composeFor(seriesKey, week ?? thisWeek);
  const agendas = product.get(AgendasReader);
  const items = (await agendas.items(id)).map(({ section, kind, facts, state, decision, carried }) => ({
    section,
    kind,
    ...describeItem({ kind, facts }, { locale, zone }),
    state,
    decision,
    carried,
  }));
  return { ...(await agendas.get(id)), items };
}

function printAgenda(
  { seriesName, isoWeek, meetingDate, state, items }: Told,
  locale: Locale,
  { print }: Screen,
): void {
  print(`${seriesName}, ${isoWeek} (${meetingDate}), ${state}`);
  for (const section of new Set(items.map((item) => item.section))) {
    print(text(locale, `meetings:section.${section}`));
    for (const { title, why, decision } of items.filter((item) => item.section === section)) {
      print(`  ${title}`);
      if (why) print(`    ${why}`);
      if (decision) print(`    → ${decision}`);
    }
  }
}
