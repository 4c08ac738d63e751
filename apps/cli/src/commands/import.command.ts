import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Argument, type Command } from 'commander';
import {
  exportFiles,
  ImportRunner,
  ImportService,
  noFolder,
  type ExportContents,
  type ImportRun,
} from '@tandem/exchange';
import { refused, type Id } from '@tandem/kernel';
import { exitCodes } from '../console/exit-codes';
import type { Runner } from '../console/run';
import type { Screen } from '../console/screen';
import { withProduct } from '../product';
import { printReport } from './import-report';

interface Options {
  readonly dryRun?: boolean;
  readonly replaceDemo?: boolean;
  readonly currency: string;
  readonly json?: boolean;
}

/** `tandem import crm-sales DIR`: takes in the export of another system. */
export function addImport(program: Command, { run }: Runner): void {
  program
    .command('import')
    .description('take in the export of another system; twice is the same as once')
    .addArgument(new Argument('<profile>', 'where the export comes from').choices(['crm-sales']))
    .argument('<folder>', `the folder with ${exportFiles.join(', ')}`)
    .option('--dry-run', 'read and decide everything, write nothing')
    .option('--replace-demo', 'remove the demo company first')
    .option('--currency <code>', 'the currency of the amounts', 'USD')
    .option('--json', 'print one JSON document')
    .action((_profile: string, folder: string, options: Options) =>
      run(options, async (screen) => {
        const contents = await contentsOf(folder);
        const done = await withProduct((product) => importNow(product, contents, options, screen));
        printReport(done, screen);
        return (done.report?.total.refused ?? 0) > 0 ? exitCodes.someRowsRefused : exitCodes.ok;
      }),
    );
}

async function contentsOf(folder: string): Promise<ExportContents> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw noFolder(folder, error.code === 'ENOENT' ? 'there is no such folder' : (error.code ?? error.message));
  });
  const wanted = exportFiles.filter((name) => names.includes(name));
  return new Map(
    await Promise.all(wanted.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
}

/** The command does the work itself, unless a worker is quicker; then it watches. */
async function importNow(
  product: INestApplicationContext,
  contents: ExportContents,
  options: Options,
  screen: Screen,
): Promise<ImportRun> {
  const imports = product.get(ImportService);
  const { dryRun = false, replaceDemo = false, currency } = options;
  const id = await imports.start(await imports.check(contents), { dryRun, replaceDemo, currency });
  const watching = new AbortController();
  const watched = watch(imports, id, screen, watching.signal);
  try {
    for (;;) {
      const worked = await product.get(ImportRunner).runWaiting();
      const { state, problem } = await imports.get(id);
      if (problem) throw refused(problem.code, problem.detail, problem.facts);
      if (state === 'done') break;
      if (!worked) await pause(300);
    }
  } finally {
    watching.abort();
    await watched;
  }
  return imports.get(id);
}

async function watch(imports: ImportService, id: Id<'import_run'>, screen: Screen, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rowsDone, rowsTotal } = await imports.get(id);
    screen.progress('Rows', rowsDone, rowsTotal);
    await pause(250, undefined, { signal }).catch(() => undefined);
  }
}
