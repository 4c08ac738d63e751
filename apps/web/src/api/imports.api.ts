import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportRunWire } from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

const runsKey = ['imports'] as const;

export const useImportRuns = (enabled: boolean) =>
  useQuery({
    queryKey: runsKey,
    queryFn: ({ signal }) => read<{ items: ImportRunWire[] }>('/imports', {}, signal),
    enabled,
  });

export const isUnderWay = (run: ImportRunWire): boolean => run.state === 'waiting' || run.state === 'running';

/** One run, asked for again and again while it is under way. */
export const useImportRun = (id: string) =>
  useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => read<ImportRunWire>(`/imports/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (!data || isUnderWay(data) ? 700 : false),
  });

export interface ImportWanted {
  readonly files: readonly File[];
  readonly dryRun: boolean;
  readonly replaceDemo: boolean;
  /** For whoever replaces the demo company; null otherwise. */
  readonly newPassword: string | null;
}

export function useStartImport(onStarted: (run: ImportRunWire) => void) {
  const client = useQueryClient();
  return useWrite<ImportWanted, ImportRunWire>({
    send: ({ files, dryRun, replaceDemo, newPassword }, key) => {
      const form = new FormData();
      form.set('dryRun', String(dryRun));
      form.set('replaceDemo', String(replaceDemo));
      if (newPassword !== null) form.set('newPassword', newPassword);
      for (const file of files) form.append('files', file, file.name);
      return write({ method: 'POST', path: '/imports/crm-sales', body: form, key });
    },
    onDone: (run) => {
      void client.invalidateQueries({ queryKey: runsKey });
      onStarted(run);
    },
  });
}

/** After a real import every number on every page is another one. */
export function useForgetEverything(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
}
