import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  fiscalCalendars,
  fiscalYearKeys,
  fiscalYearRules,
  periodFrom,
  type FiscalCalendar,
  type FiscalCalendarKind,
  type FiscalYearRule,
} from '@tandem/kernel';
import { FiscalCalendarService, OrganisationReader } from '@tandem/people';
import type { Runner } from '../console/run';
import { withProduct } from '../product';

interface Options {
  readonly kind?: FiscalCalendarKind;
  readonly start?: number;
  readonly rule?: FiscalYearRule;
  readonly weekStart?: number;
  readonly json?: boolean;
}

/** `tandem fiscal-calendar --kind weeks_445`: how the organisation divides its years; without options, only tells. */
export function addFiscalCalendar(program: Command, { run }: Runner): void {
  program
    .command('fiscal-calendar')
    .description('show how the fiscal year is divided, or change it; records keep their days, figures are summed anew')
    .addOption(
      new Option('--kind <kind>', 'calendar months, or the weeks of the months of a quarter').choices(fiscalCalendars),
    )
    .option('--start <month>', 'the first month of the fiscal year, 1 to 12', within(1, 12))
    .addOption(
      new Option(
        '--rule <rule>',
        'which week a year of weeks begins with: that of the first day of its first month',
      ).choices(fiscalYearRules),
    )
    .option('--week-start <day>', 'the day a week begins with, 1 = Monday to 7 = Sunday', within(1, 7))
    .option('--json', 'print one JSON document')
    .action(({ kind, start, rule, weekStart, ...options }: Options) =>
      run(options, async (screen) => {
        const told = await withProduct(async (product) => {
          const organisation = product.get(OrganisationReader);
          const before = await organisation.get();
          const wished: FiscalCalendar = {
            fiscalCalendar: kind ?? before.fiscalCalendar,
            fiscalYearStart: start ?? before.fiscalYearStart,
            fiscalYearRule: rule ?? before.fiscalYearRule,
            weekStart: weekStart ?? before.weekStart,
          };
          if ([kind, start, rule, weekStart].some((one) => one !== undefined)) {
            await product.get(FiscalCalendarService).set(wished, before.version);
          }
          const { year, months } = fiscalYearKeys(await organisation.today(), wished);
          return { ...wished, year, months: months.map((key) => periodFrom(key, wished)) };
        });
        if (screen.json) return screen.document(told);
        screen.print(
          `${told.fiscalCalendar}, from month ${told.fiscalYearStart}, ${told.fiscalYearRule}; weeks begin on day ${told.weekStart}`,
        );
        for (const month of told.months) screen.print(`  ${month?.key}  from ${month?.from} until ${month?.until}`);
      }),
    );
}

const within = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  }
  return number;
};
