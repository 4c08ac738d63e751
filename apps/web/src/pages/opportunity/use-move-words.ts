import type { MoveWire, StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { whatHappened, type Happening, type Moment } from './tell-history';

/** Rows of the log in words. */
export function useMoveWords(stages: readonly StageWire[]) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const format = useFormat();
  return { titleOf, detailsOf, whenOf, whoOf };

  function titleOf(move: MoveWire): string {
    const to = stageName(move.stageToId);
    const titles: Readonly<Record<Happening, () => string>> = {
      opened: () => t('opportunity.history.opened', { stage: to }),
      moved: () => t('opportunity.history.moved', { from: stageName(move.stageFromId), to }),
      won: () => t('opportunity.history.won', { from: stageName(move.stageFromId), to }),
      lost: () => t('opportunity.history.lost', { stage: to }),
      cancelled: () => t('opportunity.history.cancelled', { stage: to }),
      reopened: () => t('opportunity.history.reopened', { stage: to }),
      changed: () => changesOf(move)[0] ?? t('opportunity.history.changed'),
    };
    return titles[whatHappened(move)]();
  }

  /** What its title does not say yet. */
  function detailsOf(move: MoveWire): string[] {
    const what = whatHappened(move);
    const changes = what === 'opened' ? [] : changesOf(move).slice(what === 'changed' ? 1 : 0);
    if (!move.reason) return changes;
    return [...changes, t('opportunity.history.reason', { reason: word('opportunity.lossReason', move.reason) })];
  }

  function whenOf({ at, precision }: Moment): string {
    return precision === 'second' ? format.instant(at) : format.day(format.dayOf(at));
  }

  function whoOf({ actor }: MoveWire): string {
    return actor ? nameOf(actor.name) : t('opportunity.history.bySystem');
  }

  function stageName(id: string | null): string {
    const stage = stages.find((one) => one.id === id);
    return stage ? nameOf(stage.name) : '–';
  }

  function changesOf(move: MoveWire): string[] {
    const nothing = t('opportunity.history.nothing');
    const amount = (value: MoveWire['amountFrom']) => (value ? format.money(value) : nothing);
    const day = (value: string | null) => (value ? format.day(value) : nothing);
    const changes = [
      [amount(move.amountFrom) !== amount(move.amountTo), 'amount', amount(move.amountFrom), amount(move.amountTo)],
      [move.closeDateFrom !== move.closeDateTo, 'closeDate', day(move.closeDateFrom), day(move.closeDateTo)],
      [
        move.ownerFrom !== null && move.ownerFrom.id !== move.ownerTo.id,
        'owner',
        move.ownerFrom ? nameOf(move.ownerFrom.name) : nothing,
        nameOf(move.ownerTo.name),
      ],
    ] as const;
    return changes
      .filter(([changed]) => changed)
      .map(([, key, from, now]) => t(`opportunity.history.${key}`, { from, to: now }));
  }
}
