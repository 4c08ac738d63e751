import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  FeedbackOverviewWire,
  FeedbackWordsListWire,
  NewFeedback,
  OwnFeedbackWire,
  UnnamedFeedbackWire,
} from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

export const feedbackKey = ['feedback'] as const;

/** With the hand-off that a link led to, however old it is. */
export const feedbackQuery = (handOffId: string | null) =>
  queryOptions({
    queryKey: [...feedbackKey, 'overview', handOffId],
    queryFn: ({ signal }) => read<FeedbackOverviewWire>('/feedback', { handOffId }, signal),
  });

export const useFeedback = (handOffId: string | null) => useQuery(feedbackQuery(handOffId));

export const useFeedbackWords = () =>
  useInfiniteQuery({
    queryKey: [...feedbackKey, 'words'],
    queryFn: ({ pageParam, signal }) =>
      read<FeedbackWordsListWire>('/feedback/words', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.nextCursor,
  });

export interface FeedbackSent extends NewFeedback {
  readonly isUnnamed: boolean;
}

/** Without a name the answer holds nothing that could be taken back. */
export function useSendFeedback(onDone: (given: OwnFeedbackWire | null) => void) {
  const client = useQueryClient();
  return useWrite<FeedbackSent, OwnFeedbackWire | UnnamedFeedbackWire>({
    send: ({ isUnnamed, ...body }, key) =>
      write({ method: 'POST', path: isUnnamed ? '/feedback/unnamed' : '/feedback', body, key }),
    onDone: (answer) => {
      void client.invalidateQueries({ queryKey: feedbackKey });
      onDone('id' in answer ? answer : null);
    },
  });
}

export const takeBackFeedback = ({ id, version }: Pick<OwnFeedbackWire, 'id' | 'version'>, key: string) =>
  write<undefined>({ method: 'DELETE', path: `/feedback/${id}`, version, key });

export function useTakeBackFeedback(onDone: () => void) {
  const client = useQueryClient();
  return useWrite<Pick<OwnFeedbackWire, 'id' | 'version'>, undefined>({
    send: takeBackFeedback,
    onDone: () => {
      void client.invalidateQueries({ queryKey: feedbackKey });
      onDone();
    },
  });
}
