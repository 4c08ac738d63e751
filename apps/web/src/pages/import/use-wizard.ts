import { useState } from 'react';
import type { ImportPreviewWire, ListMapping } from '@tandem/contracts';
import { useLookAtList, useStartImport, type SaidOfList } from '../../api/imports.api';
import { useMe } from '../../api/session.api';
import { draftOf, type Draft } from './draft-mapping';
import { recogniseFiles, tables } from './recognise-files';
import type { Chosen } from './use-chosen-files';
import type { Step } from './wizard-steps';

/** A list as it was looked at, with what is being said of it. */
export interface LookedAt {
  readonly file: File;
  readonly preview: ImportPreviewWire;
  readonly draft: Draft;
}

/** What is imported: the four files of an export, or a list with its mapping. */
export interface Load {
  readonly files: readonly File[];
  readonly mapping: ListMapping | null;
}

/** Everything somebody does between choosing files and the last report. */
export function useWizard(show: (run: string | null) => void) {
  const { reportingCurrency, holds } = useMe().organisation;
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [list, setList] = useState<LookedAt | null>(null);
  const [load, setLoad] = useState<Load | null>(null);
  const [trial, setTrial] = useState<string | null>(null);
  const [step, setStep] = useState<Step>('choose');
  const start = useStartImport(({ id, dryRun }) => {
    show(id);
    if (dryRun) setTrial(id);
    setStep(dryRun ? 'try' : 'run');
  });
  const look = useLookAtList((preview, file) => {
    setList({ file, preview, draft: draftOf(preview, reportingCurrency) });
    setStep('look');
  });
  const goTo = (next: Step) => {
    if (next !== 'run') show(null);
    start.reset();
    setStep(next);
  };
  const tryOut = (loaded: Load) => {
    setLoad(loaded);
    // A trial removes nothing, so it may always look past the demo company.
    start.mutate({ ...loaded, dryRun: true, replaceDemo: holds === 'demo', newPassword: null });
  };
  return {
    files,
    list,
    load,
    trial,
    step,
    look,
    start,
    goTo,
    tryOut,
    choose: (chosen: readonly Chosen[]) => {
      setFiles(chosen);
      setList(null);
      setLoad(null);
      look.reset();
      goTo('choose');
      const { found } = recogniseFiles(chosen);
      const [only, ...others] = chosen;
      if (only && others.length === 0 && found.size === 0) look.mutate({ file: only.file, said: null });
    },
    say: (said: SaidOfList) => list && look.mutate({ file: list.file, said }),
    draft: (draft: Draft) => setList((before) => before && { ...before, draft }),
  };
}

export type Wizard = ReturnType<typeof useWizard>;

/** The four files of an export under the names the server knows them by; null while one is missing. */
export function exportOf(files: readonly Chosen[]): Load | null {
  const { found } = recogniseFiles(files);
  if (found.size < tables.length) return null;
  const named = tables.flatMap((table) => found.get(table)?.file.file ?? []).map(renamed);
  return { files: named, mapping: null };
}

/** The server knows the tables by their names, whatever the chosen file was called. */
function renamed(file: File, place: number): File {
  const name = `${tables[place]}.csv`;
  return file.name === name ? file : new File([file], name, { type: file.type });
}
