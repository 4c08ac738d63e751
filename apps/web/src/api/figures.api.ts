import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  DefinitionWire,
  FigureKey,
  FigureRecordsWire,
  FigureValue,
  FunnelFiguresWire,
  FunnelLeaksWire,
  FunnelRecordsWire,
  MetricCardWire,
  ReadingWire,
  ScoreboardWire,
  SliceKind,
  TargetsWire,
  TargetWire,
} from '@tandem/contracts';
import { read, write } from './client';
import { newKey } from './new-key';
import { useWrite } from './use-write';

/** The span, the knowledge and the slice a page asks about; `none` asks for records without that attribute. */
export interface Asked {
  readonly period: string;
  /** The past day whose knowledge answers; without it, all that is known. */
  readonly asOf?: string | undefined;
  /** As restated, unless reported is asked for. */
  readonly reading?: ReadingWire | undefined;
  readonly teamId?: string | undefined;
  readonly officeId?: string | undefined;
  readonly personId?: string | undefined;
  readonly sourceId?: string | undefined;
}

export interface FunnelAsked extends Asked {
  readonly side: 'seller' | 'buyer';
  readonly mode: 'ordered' | 'strict' | 'any';
}

/** Which entries of a funnel row: all, or by whether they reached the next row within their window. */
export interface FunnelRowAsked extends FunnelAsked {
  readonly row: string;
  readonly converted?: 'yes' | 'no' | 'running' | undefined;
}

const recordsAtOnce = 100;

/** Whoever looks at a figure after a change must see the changed one: nothing is fresh without asking. */
const always = { staleTime: 0 };
/** Except for what was asked for on the way to the page, a moment ago. */
const onArrival = { staleTime: 2_000 };
const targetsKey = ['targets'] as const;

export const scoreboardOf = (asked: Asked, by: SliceKind) =>
  queryOptions({
    ...onArrival,
    queryKey: ['scoreboard', asked, by],
    queryFn: ({ signal }) => read<ScoreboardWire>('/figures/scoreboard', { ...asked, by }, signal),
  });

export const useScoreboard = (asked: Asked, by: SliceKind) =>
  useQuery({ ...scoreboardOf(asked, by), placeholderData: keepPreviousData });

/** One figure of everybody as it is now. */
export const useFigureNow = (figureKey: FigureKey, period: string) =>
  useQuery({
    ...always,
    queryKey: ['scoreboard', { period }, null],
    queryFn: ({ signal }) => read<ScoreboardWire>('/figures/scoreboard', { period }, signal),
    select: ({ figures }) => figures.find(({ key }) => key === figureKey)?.value ?? null,
  });

/** What every figure means, in the reader's language; it changes with the product only. */
export const useDefinitions = () =>
  useQuery({
    queryKey: ['definitions'],
    queryFn: async ({ signal }) =>
      (await read<{ definitions: DefinitionWire[] }>('/figures/definitions', {}, signal)).definitions,
    staleTime: 60 * 60_000,
  });

/** Everything there is to say about a figure, with the definition that was chosen on the day it is asked as of. */
export const useMetricCard = (key: string, asOf: string | undefined) =>
  useQuery({
    queryKey: ['definitions', key, asOf ?? 'now'],
    queryFn: ({ signal }) => read<MetricCardWire>(`/metrics/${key}`, { asOf }, signal),
    staleTime: 60_000,
  });

export const useFigureRecords = (figureKey: FigureKey, asked: Asked) =>
  useInfiniteQuery({
    ...always,
    queryKey: ['figure-records', figureKey, asked],
    queryFn: ({ signal, pageParam }) =>
      read<FigureRecordsWire>(
        `/figures/${figureKey}/records`,
        { ...asked, limit: recordsAtOnce, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
  });

export const funnelFiguresOf = (asked: FunnelAsked) =>
  queryOptions({
    ...onArrival,
    queryKey: ['funnel-figures', asked],
    queryFn: ({ signal }) => read<FunnelFiguresWire>('/figures/funnel', { ...asked }, signal),
  });

export const useFunnelFigures = (asked: FunnelAsked) =>
  useQuery({ ...funnelFiguresOf(asked), placeholderData: keepPreviousData });

/** Where it leaked in a period. */
export const leaksOf = (asked: FunnelAsked) =>
  queryOptions({
    ...onArrival,
    queryKey: ['funnel-figures', 'leaks', asked],
    queryFn: ({ signal }) => read<FunnelLeaksWire>('/metrics/leaks', { ...asked }, signal),
  });

export const useLeaks = (asked: FunnelAsked) => useQuery({ ...leaksOf(asked), placeholderData: keepPreviousData });

export const useFunnelRecords = (asked: FunnelRowAsked, path = '/figures/funnel/records') =>
  useInfiniteQuery({
    ...always,
    queryKey: ['funnel-records', path, asked],
    queryFn: ({ signal, pageParam }) =>
      read<FunnelRecordsWire>(path, { ...asked, limit: recordsAtOnce, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
  });

const yearsBack = 15;

/** The latest fiscal quarter with a booking in it, up to a year; null when there is none. Only asked for where a page is empty. */
export const useLatestPeriod = (year: number, enabled: boolean) =>
  useQuery({
    queryKey: ['figure-records', 'latest-period', year],
    queryFn: async ({ signal }) => {
      const hasBookings = async (period: string) => {
        const asked = { period, limit: 1 };
        return (await read<FigureRecordsWire>('/figures/net_revenue/records', asked, signal)).count > 0;
      };
      for (let back = 0; back < yearsBack; back++) {
        if (!(await hasBookings(String(year - back)))) continue;
        for (const quarter of [4, 3, 2, 1]) {
          const period = `${year - back}-Q${quarter}`;
          if (await hasBookings(period)) return period;
        }
      }
      return null;
    },
    enabled,
    staleTime: 60_000,
  });

/** A target of everybody on a figure of the scoreboard. */
export type JointTarget = TargetWire & { readonly figureKey: FigureKey };

export const targetsOf = (period: string) =>
  queryOptions({
    queryKey: [...targetsKey, period],
    queryFn: ({ signal }) => read<TargetsWire>('/targets', { period }, signal),
  });

/** The targets of everybody on some figures; those of single slices, and on other figures, stand elsewhere. */
export const useTargets = (period: string, figures: readonly FigureKey[]) =>
  useQuery({
    ...targetsOf(period),
    select: ({ targets }) =>
      targets.filter(
        (target): target is JointTarget =>
          target.slice === null && figures.some((key) => key === (target.figureKey as string)),
      ),
  });

interface TargetSetting {
  readonly figureKey: FigureKey;
  readonly period: string;
  readonly value: FigureValue;
  /** Absent for the first target of this figure and period. */
  readonly version: number | undefined;
}

export function useSetTarget(onDone: () => void) {
  const refresh = useRefresh();
  return useWrite<TargetSetting, TargetWire>({
    send: ({ figureKey, period, value, version }, key) =>
      write({
        method: 'PUT',
        path: `/targets/${figureKey}/${period}`,
        body: { value },
        ...(version ? { version } : {}),
        key,
      }),
    onDone: () => {
      refresh();
      onDone();
    },
  });
}

/** Commits the signer's side to a target by name and time. */
export function useSignTarget() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, version }: Pick<TargetWire, 'id' | 'version'>) =>
      write<TargetWire>({
        method: 'POST',
        path: `/targets/${id}/signature`,
        version,
        key: newKey(),
      }),
    onSettled: refresh,
  });
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: targetsKey });
    void client.invalidateQueries({ ...always, queryKey: ['scoreboard'] });
  };
}
