import { useMutation } from '@tanstack/react-query';
import { newKey } from '../api/new-key';
import { isPassing, isProblem } from '../api/problem-error';
import { useTouch } from '../api/use-touch';
import { sentenceOf } from '../components/states';
import { useText } from '../i18n/use-text';
import { say, sayNot } from './say';

/** A deed that is done, and the change that takes it back: one of its own, which the history shows beside it. */
export interface Undoable {
  readonly sentence: string;
  /** What is said once it is taken back. */
  readonly undone: string;
  /** Sends the change; under the same key it is carried out once. */
  readonly undo: (key: string) => Promise<unknown>;
}

interface Taking {
  readonly deed: Undoable;
  readonly key: string;
}

/** The one way to say that something is done and to offer the way back, by its button and by Ctrl+Z. */
export function useUndoable(): (deed: Undoable) => void {
  const t = useText();
  const touch = useTouch();
  const send = useMutation({ mutationFn: ({ deed, key }: Taking) => deed.undo(key) });
  return (deed) =>
    say(deed.sentence, {
      label: t('common.undo'),
      take: () => void take({ deed, key: newKey() }),
      isUndo: true,
    });

  async function take(taking: Taking): Promise<void> {
    try {
      await send.mutateAsync(taking);
      touch();
      say(taking.deed.undone);
    } catch (error) {
      // Whatever was refused was asked on an old state.
      if (isProblem(error)) touch();
      const again = isPassing(error) ? { label: t('common.retry'), take: () => void take(taking) } : undefined;
      const why = isProblem(error, 412) ? t('common.undoStale') : sentenceOf(error, t);
      sayNot(t('common.notUndone'), why, again);
    }
  }
}
