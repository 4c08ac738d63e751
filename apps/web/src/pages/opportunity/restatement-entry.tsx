import { IconArrowsExchange2 } from '@tabler/icons-react';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { anchorOfLine } from './anchors';
import { EntryLine } from './entry-line';
import type { RestatementTold } from './tell-history';

/** What a line of money is worth by a rate that was known later. */
export function RestatementEntry({ told: { booking, restatement, before } }: { readonly told: RestatementTold }) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const worth = format.money(restatement.amount);
  return (
    <EntryLine
      icon={<IconArrowsExchange2 size={13} aria-hidden />}
      title={t('opportunity.history.restated', { amount: format.money(booking.amount), worth })}
      when={format.instant(restatement.recordedAt)}
      whenTitle={format.distance(restatement.recordedAt)}
      who={restatement.by ? nameOf(restatement.by.name) : t('opportunity.history.bySystem')}
      details={[
        before
          ? t('opportunity.history.worthBefore', { amount: format.money(before) })
          : t('opportunity.history.noRate'),
        t('opportunity.history.worth', {
          amount: worth,
          rate: format.rate(restatement.rate),
          day: format.day(restatement.rateDate),
        }),
      ]}
      links={[{ to: anchorOfLine(booking), says: t('opportunity.history.restates') }]}
      note={restatement.reason}
    />
  );
}
