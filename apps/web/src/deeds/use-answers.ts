import type { HandOffWire } from '@tandem/contracts';
import { useAccept } from '../api/hand-offs.api';
import { isPassing, isProblem } from '../api/problem-error';
import { useTouch } from '../api/use-touch';
import { sentenceOf } from '../components/states';
import { useText } from '../i18n/use-text';
import { askDeed } from './ask-deed';
import { say, sayNot } from './say';

/** Accepts a hand-off with one key; what goes wrong is said, with a way to try again where that may help. */
export function useAnswers() {
  const t = useText();
  const touch = useTouch();
  const acceptance = useAccept();
  return { accept, pending: acceptance.isPending };

  function accept(handOff: HandOffWire): void {
    acceptance.mutate(
      { id: handOff.id, version: handOff.version },
      {
        // What is accepted is not undone by the way: it goes back with one of the reasons both sides agreed on.
        onSuccess: () =>
          say(t('handOffs.accepted', { name: handOff.opportunityName }), {
            label: t('handOffs.giveBack'),
            take: () =>
              askDeed({ kind: 'return', subject: { id: handOff.opportunityId, name: handOff.opportunityName } }),
            isUndo: true,
          }),
        onError: (error) => {
          if (isProblem(error)) touch();
          const again = isPassing(error) ? { label: t('common.retry'), take: () => accept(handOff) } : undefined;
          sayNot(t('common.error.notSaved'), isProblem(error, 412) ? t('handOffs.gone') : sentenceOf(error, t), again);
        },
      },
    );
  }
}
