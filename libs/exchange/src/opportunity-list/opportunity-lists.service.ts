import { Injectable } from '@nestjs/common';
import { FunnelReader, defaultStages } from '@tandem/funnel';
import type { CheckedExport } from '../import.service';
import { strangeStage } from '../import.errors';
import { ImportRunsReader } from '../import-runs.reader';
import { packFiles } from '../pack-files';
import type { Writing } from '../crm-sales/read-table';
import { guessSource, type ListSource } from '../rules/guess-source';
import { leftOut } from '../rules/map-row';
import { listFields, suggestColumns, type ListField } from '../rules/suggest-columns';
import { suggestStage, type StageNames } from '../rules/suggest-stage';
import { arrangeList, headerKey } from './arrange-list';
import { columnKey, type KeptMapping, type ListMapping } from './list-mapping';
import { lookAtList, type ListLook } from './list-preview';

/** A list that was looked at, with what is likely and what was said of such a list before. */
export interface ListPreview extends ListLook {
  readonly file: string;
  readonly source: ListSource;
  readonly suggested: Readonly<Record<ListField, string | null>>;
  readonly remembered: KeptMapping | null;
  /** Where an open opportunity of sales can stand. */
  readonly stages: readonly StageNames[];
  readonly suggestStage: (written: string) => string | null;
}

/** Lists of opportunities from any system: looked at, and made ready to be imported. Both take their time, so before a transaction. */
@Injectable()
export class OpportunityLists {
  constructor(
    private readonly funnel: FunnelReader,
    private readonly runs: ImportRunsReader,
  ) {}

  async look(file: string, content: Uint8Array, said: Partial<Writing>): Promise<ListPreview> {
    const look = await lookAtList(file, content, said);
    const names = look.columns.map(({ name }) => name);
    const stages = await this.openStages();
    return {
      ...look,
      file,
      source: guessSource(names),
      suggested: suggestColumns(names),
      remembered: respelt(await this.runs.lastMapping(headerKey(names)), names),
      stages,
      suggestStage: (written) => suggestStage(written, stages),
    };
  }

  async check(file: string, content: Uint8Array, mapping: ListMapping): Promise<CheckedExport> {
    const open = new Set((await this.openStages()).map(({ key }) => key));
    const allowed = new Set(['won', 'lost', leftOut, ...open]);
    const strange =
      mapping.stages.find(({ to }) => !allowed.has(to)) ?? mapping.entries.find(({ to }) => !open.has(to));
    if (strange) throw strangeStage(strange.to);
    const { contents, rows, header } = await arrangeList(file, content, mapping);
    return { files: await packFiles(contents), rows, list: { mapping: { ...mapping, file }, header } };
  }

  /** Where an open opportunity of sales can stand. Before the funnel is laid it is the one that will be. */
  private async openStages(): Promise<readonly StageNames[]> {
    const laid = await this.funnel.stages();
    return (laid.length > 0 ? laid : defaultStages).filter(
      (stage) => stage.class === 'open' && stage.ownerSide === 'sales',
    );
  }
}

/** Columns as this list spells them. */
function respelt(mapping: KeptMapping | null, names: readonly string[]): KeptMapping | null {
  if (!mapping) return null;
  const spelling = new Map(names.map((name) => [columnKey(name), name]));
  const columns = { ...mapping.columns };
  for (const field of listFields) columns[field] = spelling.get(columnKey(columns[field] ?? '')) ?? null;
  const entries = mapping.entries.flatMap(({ column, to }) => {
    const name = spelling.get(columnKey(column));
    return name === undefined ? [] : [{ column: name, to }];
  });
  return { ...mapping, columns, entries };
}
