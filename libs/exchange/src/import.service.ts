import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, type Currency, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader, PeopleService, SessionsService } from '@tandem/people';
import { countRows, type ExportContents } from './crm-sales/read-export';
import { ImportRunsReader, type LookedAtRun } from './import-runs.reader';
import { ImportRunRepository, type ListToTake } from './import-run.repository';
import { anotherCurrency, demoIsHere, notUnderWay, noSuchRun, passwordNeeded } from './import.errors';
import { packFiles, type PackedFiles } from './pack-files';

export interface ImportOptions {
  /** Everything is read and decided, nothing is written but the report. */
  readonly dryRun: boolean;
  /** The demo company goes first, when it is there. */
  readonly replaceDemo: boolean;
  /**
   * The currency of the export's amounts, which do not say it; the reporting currency of an organisation that holds nothing yet.
   * Without it they are in the reporting currency of an organisation that is set up, and in US dollars elsewhere.
   */
  readonly currency?: Currency | undefined;
  /** For the one who asks; needed when the demo company goes and a signed-in person asked for it. */
  readonly newPassword?: string | undefined;
  /** By which they are signed in here: with another password they are signed out everywhere else. */
  readonly sessionToken?: string | undefined;
}

/** Files that can be read as a whole, packed as they are kept. */
export interface CheckedExport {
  readonly files: PackedFiles;
  readonly rows: number;
  /** How a list of opportunities was said to be read. */
  readonly list?: ListToTake;
}

/** Asking for imports and looking at them; a runner does the work. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRunRepository,
    private readonly reader: ImportRunsReader,
    private readonly organisation: OrganisationReader,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
  ) {}

  /** Reads files that somebody wants taken in and throws the first fault. It takes its time, so call it before a transaction. */
  async check(contents: ExportContents): Promise<CheckedExport> {
    const rows = await countRows(contents);
    return { files: await packFiles(contents), rows };
  }

  /** Takes the files in; the runner does the rest. */
  async start(
    { files, rows, list }: CheckedExport,
    { newPassword, sessionToken, currency, ...wishes }: ImportOptions,
  ): Promise<Id<'import_run'>> {
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw anotherCurrency(currency);
    return this.database.write(async () => {
      const organisation = await this.organisation.find();
      const holds = organisation?.holds;
      const ownCurrency = holds === 'real' ? organisation?.reportingCurrency : undefined;
      const options = { ...wishes, currency: currency ?? ownCurrency ?? 'USD' };
      if (holds === 'demo' && !options.replaceDemo) throw demoIsHere();
      if (holds === 'demo' && !options.dryRun) await this.secureWhoStays(newPassword, sessionToken);
      const id = await this.runs.add(files, { ...options, rows, list: list ?? null }, actor().personId);
      await this.outbox.record({
        topic: 'import.asked',
        subjectKind: 'import_run',
        subjectId: id,
        after: { ...options, rows },
      });
      return id;
    });
  }

  /** The password of the demo company is known to everybody, and so may be who has signed in with it. */
  private async secureWhoStays(newPassword: string | undefined, sessionToken: string | undefined): Promise<void> {
    const { personId } = actor();
    if (personId === null) return;
    if (newPassword === undefined) throw passwordNeeded();
    await this.people.changePassword(personId, newPassword);
    await this.sessions.endOthers(personId, sessionToken ?? '');
  }

  /** Stops a run where it is; what is in stays in, and going on begins with the next row. Twice is the same as once. */
  async pause(id: Id<'import_run'>): Promise<void> {
    await this.turn(id, 'import.paused', () => this.runs.pause(id));
  }

  async resume(id: Id<'import_run'>): Promise<void> {
    await this.turn(id, 'import.resumed', () => this.runs.resume(id));
  }

  private async turn(id: Id<'import_run'>, topic: string, act: () => Promise<boolean>): Promise<void> {
    await this.get(id);
    await this.database.write(async () => {
      if (!(await act())) throw notUnderWay();
      await this.outbox.record({ topic, subjectKind: 'import_run', subjectId: id, after: {} });
    });
  }

  async get(id: Id<'import_run'>): Promise<LookedAtRun> {
    const run = await this.reader.find(id);
    if (!run) throw noSuchRun(id);
    return run;
  }

  /** The latest fifty, newest first. */
  latest(): Promise<LookedAtRun[]> {
    return this.reader.latest();
  }
}
