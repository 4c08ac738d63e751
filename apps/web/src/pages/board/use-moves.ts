import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Board, Card, OpportunityWire, StageWire } from '@tandem/contracts';
import { useRef, useState } from 'react';
import { newKey } from '../../api/new-key';
import { moveOpportunity } from '../../api/opportunities.api';
import { isPassing, isProblem } from '../../api/problem-error';
import { useTouch } from '../../api/use-touch';
import { sentenceOf } from '../../components/states';
import { say, sayNot } from '../../deeds/say';
import type { Stuck } from '../../conflicts/stuck.dialog';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { movedCard, refreshedCard } from './moved-card';

interface Wish {
  readonly card: Card;
  readonly to: StageWire;
  readonly version?: number | undefined;
  readonly key: string;
  readonly isUndo?: boolean;
}

/** Moves cards at once and takes them back when the server says no. */
export function useMoves(stages: readonly StageWire[]) {
  const t = useText();
  const nameOf = useName();
  const client = useQueryClient();
  const touch = useTouch();
  const [stuck, setStuck] = useState<Stuck<Card> | null>(null);
  // Two moves of one card in a row: the second waits for the version the first one brings.
  const latest = useRef(new Map<string, Promise<number>>());
  const send = useMutation({
    mutationKey: ['move'],
    mutationFn: ({ id, version, toStageId, key }: { id: string; version: number; toStageId: string; key: string }) =>
      moveOpportunity({ id, version, toStageId }, key),
  });

  return { stuck, settle: () => setStuck(null), move, moveAgain };

  function move(card: Card, to: StageWire) {
    void carryOut({ card, to, key: newKey() });
  }

  /** On top of what somebody faster made of it; taking it back then leads there, not to what nobody sees any more. */
  function moveAgain({ to }: Stuck<Card>, now: OpportunityWire) {
    setStuck(null);
    void carryOut({ card: now, to, version: now.version, key: newKey() });
  }

  async function carryOut(wish: Wish): Promise<void> {
    const { card, to } = wish;
    await client.cancelQueries({ queryKey: ['board'] });
    draw((board) => movedCard(board, card.id, to.id));
    const before = latest.current.get(card.id);
    const answered = (before ?? Promise.resolve(card.version)).then((known) =>
      send.mutateAsync({ id: card.id, version: wish.version ?? known, toStageId: to.id, key: wish.key }),
    );
    const version = answered.then((answer) => answer.version);
    latest.current.set(card.id, version);
    version
      .catch(() => undefined)
      .finally(() => latest.current.get(card.id) === version && latest.current.delete(card.id));
    try {
      done(wish, await answered);
    } catch (error) {
      draw((board) => movedCard(board, card.id, card.stageId));
      failed(wish, error as Error);
    } finally {
      if (latest.current.size === 0) touch();
    }
  }

  function done({ card, to, isUndo }: Wish, answer: OpportunityWire) {
    draw((board) => refreshedCard(board, answer));
    const facts = { name: card.name, stage: nameOf(to.name) };
    if (isUndo) {
      say(t('board.undone', facts));
      return;
    }
    const from = stages.find(({ id }) => id === card.stageId);
    const undo = from && {
      label: t('common.undo'),
      isUndo: true,
      take: () =>
        void carryOut({
          card: { ...card, stageId: to.id, version: answer.version },
          to: from,
          key: newKey(),
          isUndo: true,
        }),
    };
    say(t('board.moved', facts), undo);
  }

  function failed(wish: Wish, error: Error) {
    const { card, to } = wish;
    if (isProblem(error, 412) || isProblem(error, 409)) {
      setStuck({ card, to, error });
      return;
    }
    if (!isPassing(error)) {
      sayNot(t('board.notMoved', { name: card.name }), sentenceOf(error, t));
      return;
    }
    // Nobody knows whether it arrived; the same key makes a second try harmless.
    sayNot(t('board.unconfirmed', { name: card.name }), `${sentenceOf(error, t)} ${t('board.moveBack')}`, {
      label: t('common.retry'),
      take: () => void carryOut(wish),
    });
  }

  function draw(change: (board: Board) => Board) {
    client.setQueriesData<Board>({ queryKey: ['board'] }, (board) => board && change(board));
  }
}
