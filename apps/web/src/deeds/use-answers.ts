import type { HandOffWire } from '@tandem/contracts';
import { useState } from 'react';
import { useAccept } from '../api/hand-offs.api';
import { isPassing, isProblem } from '../api/problem-error';
import { useTouch } from '../api/use-touch';
import { sentenceOf } from '../components/states';
import { useText } from '../i18n/use-text';
import { askDeed } from './ask-deed';
import { say, sayNot } from './say';

/** Accepts hand-offs with one key each; what goes wrong is said, with a way to try again where that may help. */
export function useAnswers() {
  const t = useText();
  const touch = useTouch();
  const acceptance = useAccept();
  const [taken, setTaken] = useState<readonly string[]>([]);
  return {
    accept: (handOff: HandOffWire) => void accept(handOff),
    pending: acceptance.isPending,
    /** Those that are accepted or about to be; one that could not be is none of them any more. */
    taken,
  };

  async function accept(handOff: HandOffWire): Promise<void> {
    const { id, version, opportunityId, opportunityName: name } = handOff;
    setTaken((before) => [...before, id]);
    try {
      await acceptance.mutateAsync({ id, version });
      // What is accepted is not undone by the way: it goes back with one of the reasons both sides agreed on.
      say(t('handOffs.accepted', { name }), {
        label: t('handOffs.giveBack'),
        take: () => askDeed({ kind: 'return', subject: { id: opportunityId, name } }),
        isUndo: true,
      });
    } catch (error) {
      setTaken((before) => before.filter((one) => one !== id));
      if (isProblem(error)) touch();
      const again = isPassing(error) ? { label: t('common.retry'), take: () => void accept(handOff) } : undefined;
      sayNot(t('common.error.notSaved'), isProblem(error, 412) ? t('handOffs.gone') : sentenceOf(error, t), again);
    }
  }
}
