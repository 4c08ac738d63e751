import { useQuery } from '@tanstack/react-query';
import type { ScoreboardWire } from '@tandem/contracts';
import { read } from './client';
import type { Asked } from './figures.api';

/**
 * The scoreboards of some past periods, one answer after the other, so that they hold up nobody. What is over hardly changes, so they
 * stay fresh for a while.
 */
export const usePastScoreboards = (
  asked: Asked,
  periods: readonly string[],
  { enabled }: { readonly enabled: boolean },
) =>
  useQuery({
    queryKey: ['trends', asked, periods],
    queryFn: async ({ signal }) => {
      const boards: ScoreboardWire[] = [];
      for (const period of periods) {
        boards.push(await read<ScoreboardWire>('/figures/scoreboard', { ...asked, period }, signal));
      }
      return boards;
    },
    enabled,
    staleTime: 5 * 60_000,
  });
