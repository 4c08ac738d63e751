import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FunnelSourcesWire, MatrixAnswerWire } from '@tandem/contracts';
import { read } from './client';
import type { FunnelAsked } from './figures.api';

/** Which source pays; asked for when somebody comes near it. */
export const useFunnelSources = (asked: FunnelAsked, enabled: boolean) =>
  useQuery({
    staleTime: 0,
    queryKey: ['funnel-figures', 'sources', asked],
    queryFn: ({ signal }) => read<FunnelSourcesWire>('/metrics/sources', { ...asked }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });

/** Which moves between stages were made; asked for when somebody comes near them. */
export const useMatrix = ({ side: _side, mode: _mode, ...span }: FunnelAsked, enabled: boolean) =>
  useQuery({
    staleTime: 0,
    queryKey: ['funnel-figures', 'matrix', span],
    queryFn: ({ signal }) => read<MatrixAnswerWire>('/metrics/matrix', { ...span }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
