import type { Card, StageWire } from '@tandem/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../api/session.api';
import type { Deed } from '../../deeds/deed';
import { useAnswers } from '../../deeds/use-answers';
import { sidesOf, whatItTakes } from '../../deeds/what-it-takes';
import type { BoardDesk } from './board-desk';
import { useMoves } from './use-moves';

/** What cards can do, and the dialog that is open because of it. */
export function useDeedsOnBoard(stages: readonly StageWire[]) {
  const { may, person } = useMe();
  const moves = useMoves(stages);
  const [deed, setDeed] = useState<Deed | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const [standing, stand] = useState<string | null>(null);
  const { accept } = useAnswers();
  const mayWork = may.includes('work_opportunities');

  function takes(card: Card, to: StageWire) {
    const from = stages.find(({ id }) => id === card.stageId);
    return from && sidesOf(person).includes(from.ownerSide) ? whatItTakes(card, to, stages) : null;
  }

  function bring(card: Card, to: StageWire) {
    const meaning = takes(card, to);
    if (meaning === 'move') moves.move(card, to);
    else if (meaning === 'win') setDeed({ kind: 'win', subject: card, toStageId: to.id });
    else if (meaning === 'reopen') setDeed({ kind: 'reopen', subject: card, toStageId: to.id });
    else if (meaning !== null) setDeed({ kind: meaning, subject: card });
  }

  // Cards hold on to one desk for good, so that a change of it redraws none of them.
  const acts = useRef({ takes, bring, accept });
  useEffect(() => {
    acts.current = { takes, bring, accept };
  });
  const desk = useMemo<BoardDesk>(
    () => ({
      stages,
      mayWork,
      takes: (card, to) => acts.current.takes(card, to),
      bring: (card, to) => acts.current.bring(card, to),
      lose: (card) => setDeed({ kind: 'lose', subject: card }),
      accept: (handOff) => acts.current.accept(handOff),
      reject: (handOff) => setDeed({ kind: 'reject', handOff }),
      openMenu: setMenu,
      stand,
    }),
    [stages, mayWork],
  );

  return { desk, moves, deed, closeDeed: () => setDeed(null), menu, standing };
}
