import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportPreviewWire, ImportRunWire, ImportUndoPlan, ListMapping } from '@tandem/contracts';
import { read, write } from './client';
import { newKey } from './new-key';
import { useWrite } from './use-write';

const runsKey = ['imports'] as const;

export const useImportRuns = (enabled: boolean) =>
  useQuery({
    queryKey: runsKey,
    queryFn: ({ signal }) => read<{ items: ImportRunWire[] }>('/imports', {}, signal),
    enabled,
  });

type Work = ImportRunWire | NonNullable<ImportRunWire['undo']>;

/** Whether the worker has it, or will have it next. */
export const isUnderWay = ({ state }: Work): boolean => state === 'waiting' || state === 'running';

const isAtWork = (run: ImportRunWire): boolean => isUnderWay(run) || (run.undo !== null && isUnderWay(run.undo));

/** One run, asked for again and again while it is under way. */
export const useImportRun = (id: string) =>
  useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => read<ImportRunWire>(`/imports/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (!data || isAtWork(data) ? 700 : false),
  });

export interface ImportWanted {
  readonly files: readonly File[];
  /** How a list is read; null for an export with four files, which says everything itself. */
  readonly mapping: ListMapping | null;
  readonly dryRun: boolean;
  readonly replaceDemo: boolean;
  /** For whoever replaces the demo company; null otherwise. */
  readonly newPassword: string | null;
}

export function useStartImport(onStarted: (run: ImportRunWire) => void) {
  const client = useQueryClient();
  return useWrite<ImportWanted, ImportRunWire>({
    send: ({ files, mapping, dryRun, replaceDemo, newPassword }, key) => {
      const form = new FormData();
      form.set('dryRun', String(dryRun));
      form.set('replaceDemo', String(replaceDemo));
      if (newPassword !== null) form.set('newPassword', newPassword);
      if (mapping !== null) form.set('mapping', JSON.stringify(mapping));
      for (const file of files) form.append('files', file, file.name);
      return write({
        method: 'POST',
        path: mapping ? '/imports/opportunity-lists' : '/imports/crm-sales',
        body: form,
        key,
      });
    },
    onDone: (run) => {
      void client.invalidateQueries({ queryKey: runsKey });
      onStarted(run);
    },
  });
}

/** How somebody said a list is written; what they did not say is guessed. */
export type SaidOfList = Partial<Pick<ListMapping, 'encoding' | 'delimiter'>>;

interface ListToLookAt {
  readonly file: File;
  /** Null while nobody has said anything: then it is read as such a list was before. */
  readonly said: SaidOfList | null;
}

/** Looks at a list without keeping anything of it. */
export const useLookAtList = (onLooked: (preview: ImportPreviewWire, file: File) => void) =>
  useMutation({
    mutationFn: async ({ file, said }: ListToLookAt) => {
      const preview = await lookAt(file, said ?? {});
      const { remembered } = preview;
      if (said !== null || !remembered) return preview;
      const { encoding, delimiter } = remembered;
      const isAsBefore = encoding === preview.encoding && delimiter === preview.delimiter;
      return isAsBefore ? preview : lookAt(file, { encoding, delimiter });
    },
    onSuccess: (preview, { file }) => onLooked(preview, file),
  });

function lookAt(file: File, said: SaidOfList): Promise<ImportPreviewWire> {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  form.append('files', file, file.name);
  return write({ method: 'POST', path: '/imports/previews', body: form, key: newKey() });
}

/** Pauses a run, goes on with it, or has it taken back. */
export function useTurnImport(id: string) {
  const client = useQueryClient();
  return useWrite<'pause' | 'resume' | 'undo', ImportRunWire>({
    send: (turn, key) => write({ method: 'POST', path: `/imports/${id}/${turn}`, key }),
    onDone: (run) => {
      client.setQueryData(['import', id], run);
      void client.invalidateQueries({ queryKey: ['import', id] });
      void client.invalidateQueries({ queryKey: runsKey });
    },
  });
}

/** What taking a run back would do, or has done. */
export const useUndoPlan = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['import', id, 'undo'],
    queryFn: ({ signal }) => read<ImportUndoPlan>(`/imports/${id}/undo`, {}, signal),
    enabled,
  });

/** After a real import every number on every page is another one. */
export function useForgetEverything(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
}
