import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditFilterWire, AuditLineListWire } from '@tandem/contracts';
import { address, read } from './client';

/** Lines of the audit trail, newest first. */
export const useAuditLines = (filter: AuditFilterWire) =>
  useInfiniteQuery({
    queryKey: ['audit-lines', filter],
    queryFn: ({ signal, pageParam }) =>
      read<AuditLineListWire>('/audit-lines', { ...filter, limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
    placeholderData: keepPreviousData,
  });

/** Where all lines of a filter are had as one file. */
export const auditCsv = (filter: AuditFilterWire): string => address('/exports/audit-lines.csv', filter);
