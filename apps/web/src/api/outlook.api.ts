import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  CoverageRecordsWire,
  CoverageWire,
  ForecastRecordsWire,
  ForecastWire,
  VarianceQuery,
  VarianceRecordsWire,
  VarianceWire,
  WaterfallQuery,
  WaterfallRecordsWire,
  WaterfallWire,
} from '@tandem/contracts';
import { address, read, type Query } from './client';
import type { Asked } from './figures.api';

export type Closing = WaterfallQuery['closing'];
export type Against = VarianceQuery['against'];
export type Measure = VarianceQuery['measure'];

/** A question that waits for its turn: the first figures of the page come before it. */
interface Turn {
  readonly enabled: boolean;
}

/** Whoever looks after a change must see the changed answer; until it is there, the one before stands. */
const kept = { staleTime: 0, placeholderData: keepPreviousData };

export const useForecast = (asked: Asked, { enabled }: Turn) =>
  useQuery({
    ...kept,
    queryKey: ['forecast', asked],
    queryFn: ({ signal }) => read<ForecastWire>('/metrics/forecast', { ...asked }, signal),
    enabled,
  });

export const useCoverage = (asked: Asked, { enabled }: Turn) =>
  useQuery({
    ...kept,
    queryKey: ['coverage', asked],
    queryFn: ({ signal }) => read<CoverageWire>('/metrics/coverage', { ...asked }, signal),
    enabled,
  });

export const useWaterfall = (asked: Asked, closing: Closing, { enabled }: Turn) =>
  useQuery({
    ...kept,
    queryKey: ['waterfall', asked, closing],
    queryFn: ({ signal }) => read<WaterfallWire>('/metrics/waterfall', { ...asked, closing }, signal),
    enabled,
  });

/** What happened is compared with, and by which amount. */
interface Compared {
  readonly against: Against;
  readonly measure: Measure;
}

export const useVariance = (asked: Asked, { against, measure }: Compared, { enabled }: Turn) =>
  useQuery({
    ...kept,
    queryKey: ['variance', asked, against, measure],
    queryFn: ({ signal }) => read<VarianceWire>('/metrics/variance', { ...asked, against, measure }, signal),
    enabled,
  });

/** Where the records behind one of these numbers are, and what is asked there beside the page's own question. */
export interface RecordsPlace {
  readonly path: string;
  readonly query: Query;
}

export type OutlookRecordsWire = WaterfallRecordsWire | ForecastRecordsWire | CoverageRecordsWire | VarianceRecordsWire;

const recordsAtOnce = 100;

export const useOutlookRecords = ({ path, query }: RecordsPlace, asked: Asked) =>
  useInfiniteQuery({
    staleTime: 0,
    queryKey: ['outlook-records', path, query, asked],
    queryFn: ({ signal, pageParam }) =>
      read<OutlookRecordsWire>(path, { ...asked, ...query, limit: recordsAtOnce, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
  });

/** All of them as one file to keep. */
export const recordsFile = ({ path, query }: RecordsPlace, asked: Asked): string =>
  address(path, { ...asked, ...query, format: 'csv' });
