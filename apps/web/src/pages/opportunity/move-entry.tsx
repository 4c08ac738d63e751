import { IconArrowRight, IconBan, IconEdit, IconPlus, IconRefresh, IconTrophy, IconX } from '@tabler/icons-react';
import type { StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { anchorOfRow } from './anchors';
import { EntryBadge, EntryLine } from './entry-line';
import type { MoveTold } from './tell-history';
import { useMoveWords } from './use-move-words';

interface MoveEntryProps {
  readonly told: MoveTold;
  readonly stages: readonly StageWire[];
}

const icons = {
  opened: IconPlus,
  moved: IconArrowRight,
  won: IconTrophy,
  lost: IconX,
  cancelled: IconBan,
  reopened: IconRefresh,
  changed: IconEdit,
} as const;
const tones = { won: 'good', lost: 'bad', cancelled: 'bad' } as const;

/** One row of the log in words, and what became of it. */
export function MoveEntry({ told: { move, what, corrector }, stages }: MoveEntryProps) {
  const t = useText();
  const format = useFormat();
  const words = useMoveWords(stages);
  const Icon = icons[what];
  const redated = corrector?.correction === 'redate';
  const moment = redated ? corrector : move;
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone={what in tones ? tones[what as keyof typeof tones] : undefined}
      title={words.titleOf(move)}
      gone={move.withdrawn}
      when={words.whenOf(moment)}
      whenTitle={format.distance(moment.at)}
      who={words.whoOf(move)}
      badges={badges()}
      details={[
        ...words.detailsOf(move),
        ...(redated ? [t('opportunity.history.firstTold', { when: words.whenOf(move) })] : []),
      ]}
      links={corrector ? [{ to: anchorOfRow(corrector), says: correctedBy(corrector) }] : []}
      note={move.note}
    />
  );

  function correctedBy(row: NonNullable<MoveTold['corrector']>): string {
    const facts = { name: words.whoOf(row), when: format.instant(row.recordedAt) };
    return t(`opportunity.history.${redated ? 'redatedBy' : 'withdrawnBy'}`, facts);
  }

  function badges() {
    const day = format.day(format.dayOf(move.recordedAt));
    const native = move.origin === 'native';
    return (
      <>
        {move.withdrawn ? <EntryBadge says={t('opportunity.history.withdrawn')} /> : null}
        {redated ? <EntryBadge says={t('opportunity.history.redated')} /> : null}
        {native && format.dayOf(move.at) !== format.dayOf(move.recordedAt) ? (
          <EntryBadge says={t('opportunity.history.later', { day })} />
        ) : null}
        {native ? null : (
          <EntryBadge says={t('opportunity.history.imported')} title={t('opportunity.history.importedTip', { day })} />
        )}
        {moment.precision === 'day' ? <EntryBadge says={t('opportunity.history.day')} /> : null}
        {moment.precision === 'inferred' ? (
          <EntryBadge says={t('opportunity.history.inferred')} title={t('opportunity.history.inferredTip')} />
        ) : null}
      </>
    );
  }
}
