import { IconArrowBackUp, IconCalendarTime } from '@tabler/icons-react';
import type { StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { anchorOfRow } from './anchors';
import { EntryBadge, EntryLine } from './entry-line';
import type { CorrectionTold } from './tell-history';
import { useMoveWords } from './use-move-words';

interface CorrectionEntryProps {
  readonly told: CorrectionTold;
  readonly stages: readonly StageWire[];
}

/** What was learned about an earlier row: it never was, or it was true at another time. */
export function CorrectionEntry({ told: { correction, corrected, before, superseded }, stages }: CorrectionEntryProps) {
  const t = useText();
  const format = useFormat();
  const words = useMoveWords(stages);
  const redates = correction.correction === 'redate';
  const Icon = redates ? IconCalendarTime : IconArrowBackUp;
  const moments = { from: words.whenOf(before), to: words.whenOf(correction) };
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone="seam"
      title={t(`opportunity.history.${redates ? 'redate' : 'withdraw'}`, { what: words.titleOf(corrected) })}
      when={format.instant(correction.recordedAt)}
      whenTitle={format.distance(correction.recordedAt)}
      who={words.whoOf(correction)}
      badges={superseded ? <EntryBadge says={t('opportunity.history.superseded')} /> : null}
      details={redates ? [t('opportunity.history.redatedTo', moments)] : []}
      links={[{ to: anchorOfRow(corrected), says: t('opportunity.history.corrects') }]}
      note={correction.note}
    />
  );
}
