import { IconArrowRight, IconBan, IconEdit, IconPlus, IconRefresh, IconTrophy, IconX } from '@tabler/icons-react';
import type { MoveWire, StageWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { EntryLine } from './entry-line';
import type { Happening } from './tell-history';
import lines from './timeline.module.css';

interface MoveEntryProps {
  readonly move: MoveWire;
  readonly what: Happening;
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

/** One row of the log in words. */
export function MoveEntry({ move, what, stages }: MoveEntryProps) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const format = useFormat();
  const Icon = icons[what];
  const stageName = (id: string | null) => {
    const stage = stages.find((one) => one.id === id);
    return stage ? nameOf(stage.name) : '–';
  };
  const nothing = t('opportunity.history.nothing');
  const to = stageName(move.stageToId);
  const titles: Readonly<Record<Happening, () => string>> = {
    opened: () => t('opportunity.history.opened', { stage: to }),
    moved: () => t('opportunity.history.moved', { from: stageName(move.stageFromId), to }),
    won: () => t('opportunity.history.won', { from: stageName(move.stageFromId), to }),
    lost: () => t('opportunity.history.lost', { stage: to }),
    cancelled: () => t('opportunity.history.cancelled', { stage: to }),
    reopened: () => t('opportunity.history.reopened', { stage: to }),
    changed: () => details()[0] ?? t('opportunity.history.changed'),
  };
  const rest = what === 'changed' ? details().slice(1) : details();
  const byDay = move.precision !== 'second';
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone={what in tones ? tones[what as keyof typeof tones] : undefined}
      title={titles[what]()}
      when={byDay ? format.day(format.dayOf(move.at)) : format.instant(move.at)}
      whenTitle={format.distance(move.at)}
      who={move.actor ? nameOf(move.actor.name) : t('opportunity.history.bySystem')}
      badges={badges()}
      details={
        move.reason
          ? [...rest, t('opportunity.history.reason', { reason: word('opportunity.lossReason', move.reason) })]
          : rest
      }
      note={move.note}
    />
  );

  function details(): string[] {
    if (what === 'opened') return [];
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

  function badges() {
    const day = format.day(format.dayOf(move.recordedAt));
    return (
      <>
        {move.origin === 'native' ? null : (
          <span className={lines.badge} title={t('opportunity.history.importedTip', { day })}>
            {t('opportunity.history.imported')}
          </span>
        )}
        {move.precision === 'day' ? <span className={lines.badge}>{t('opportunity.history.day')}</span> : null}
        {move.precision === 'inferred' ? (
          <span className={lines.badge} title={t('opportunity.history.inferredTip')}>
            {t('opportunity.history.inferred')}
          </span>
        ) : null}
      </>
    );
  }
}
