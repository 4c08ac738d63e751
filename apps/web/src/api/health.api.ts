import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HealthWire, VerificationRunWire } from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

const healthKey = ['health'] as const;
const seldomMs = 5 * 60_000;

/** How it stands with the records; asked for every second while a verification is under way. */
export const useHealth = (enabled: boolean) =>
  useQuery({
    queryKey: healthKey,
    queryFn: ({ signal }) => read<HealthWire>('/verifications/latest', {}, signal),
    enabled,
    refetchInterval: ({ state: { data } }) => (data?.running ? 1_000 : seldomMs),
  });

export const useVerificationRuns = () =>
  useQuery({
    queryKey: [...healthKey, 'runs'],
    queryFn: ({ signal }) => read<{ items: VerificationRunWire[] }>('/verifications', {}, signal),
  });

/** One earlier verification with its verdicts. */
export const useVerificationRun = (id: string | null) =>
  useQuery({
    queryKey: [...healthKey, 'run', id],
    queryFn: ({ signal }) => read<VerificationRunWire>(`/verifications/${id}`, {}, signal),
    enabled: id !== null,
  });

export function useVerify() {
  const refresh = useRefresh();
  return useWrite<void, VerificationRunWire>({
    send: (_, key) => write({ method: 'POST', path: '/verifications', key }),
    onDone: refresh,
  });
}

export function useStopVerification() {
  const refresh = useRefresh();
  return useWrite<string, VerificationRunWire>({
    send: (id, key) => write({ method: 'POST', path: `/verifications/${id}/stop`, key }),
    onDone: refresh,
  });
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: healthKey });
}
