import { useRef } from 'react';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { newKey } from './new-key';

interface Deed<Wanted, Answer> {
  send: (wanted: Wanted, key: string) => Promise<Answer>;
  onDone?: (answer: Answer, wanted: Wanted) => void;
}

/** A change from a form: one idempotency key until it succeeded, so that a second try never does it twice. */
export function useWrite<Wanted, Answer>({
  send,
  onDone,
}: Deed<Wanted, Answer>): UseMutationResult<Answer, Error, Wanted> {
  const key = useRef<string>(null);
  return useMutation({
    mutationFn: (wanted: Wanted) => send(wanted, (key.current ??= newKey())),
    onSuccess: (answer, wanted) => {
      key.current = null;
      onDone?.(answer, wanted);
    },
  });
}
