import { useQueryClient } from '@tanstack/react-query';

/** What shows opportunities or counts them. */
const showing = ['board', 'opportunity', 'history', 'touches', 'opportunities', 'hand-offs', 'my-day'];

/** Asks again for everything that a change of an opportunity or a hand-off may have changed. */
export function useTouch(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ predicate: ({ queryKey }) => showing.includes(String(queryKey[0])) });
}
