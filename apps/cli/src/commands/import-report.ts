import type { ImportRun } from '@tandem/exchange';
import type { Screen } from '../console/screen';

/** How many refused rows are listed; the JSON report has up to a thousand. */
const mostListed = 20;

/** What an import did, in words or as a document. */
export function printReport({ id, dryRun, currency, report }: ImportRun, { document, json, print }: Screen): void {
  if (json) return document({ id, profile: 'crm-sales', dryRun, currency, report });
  if (!report) return;
  print(dryRun ? 'Dry run: nothing was written. This is what the import would do.' : 'Imported.');
  for (const file of [...report.files, { name: 'all files', ...report.total }]) {
    const { name, read, created, updated, unchanged, repaired, refused } = file;
    print(
      `  ${name.padEnd(20)} ${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${repaired} repaired, ${refused} refused`,
    );
  }
  for (const { file, column, from, to, rows } of report.repairs)
    print(`  repaired: ${from} read as ${to} (${file}, ${column}, ${rows} rows)`);
  for (const { file, code, rows } of report.gaps) print(`  kept although incomplete: ${code} (${file}, ${rows} rows)`);
  for (const { file, row, detail } of report.refusals.slice(0, mostListed))
    print(`  refused: ${file} row ${row}: ${detail}`);
  if (report.refusals.length > mostListed)
    print(`  … and ${report.total.refused - mostListed} more; --json lists them.`);
}
