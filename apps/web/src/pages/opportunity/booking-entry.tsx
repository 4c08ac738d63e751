import { IconAdjustments, IconCoin, IconCoinOff, IconReceiptRefund } from '@tabler/icons-react';
import type { BookingWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { anchorOfLine } from './anchors';
import { EntryBadge, EntryLine } from './entry-line';
import type { BookingTold } from './tell-history';

const icons = { booking: IconCoin, reversal: IconCoinOff, credit: IconReceiptRefund, adjustment: IconAdjustments };

/** A signed line of money with its day, why it was posted, and the line it is about. */
export function BookingEntry({
  told: { booking, postedBy, original, reversal, credits },
}: {
  readonly told: BookingTold;
}) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const Icon = icons[booking.kind];
  const positive = !booking.amount.amountMinor.startsWith('-');
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone={positive ? 'good' : 'bad'}
      title={title()}
      gone={postedBy?.withdrawn ?? false}
      when={format.day(booking.bookingDate)}
      who={postedBy?.actor ? nameOf(postedBy.actor.name) : undefined}
      badges={badges()}
      details={[...days(), ...worth()]}
      links={links()}
      note={booking.note ?? (booking.kind === 'reversal' ? postedBy?.note : null) ?? null}
    />
  );

  function title(): string {
    const amount = format.money(booking.amount);
    switch (booking.kind) {
      case 'booking':
        return t('opportunity.history.booked', { amount, kind: t(`words:bookingType.${booking.bookingType}`) });
      case 'reversal':
        return t('opportunity.history.reversed', { amount });
      case 'credit':
        return t('opportunity.history.credited', { amount });
      case 'adjustment':
        return t('opportunity.history.adjusted', { amount: positive ? `+${amount}` : amount });
    }
  }

  /** What a row of the log posts is learned with that row; by hand it may be dated back. */
  function badges() {
    const recorded = format.dayOf(booking.recordedAt);
    if (postedBy !== null || recorded === booking.bookingDate) return null;
    return <EntryBadge says={t('opportunity.history.later', { day: format.day(recorded) })} />;
  }

  function days(): string[] {
    if (booking.adjustsDate === null || booking.adjustsDate === booking.bookingDate) return [];
    const facts = { reported: format.day(booking.bookingDate), restated: format.day(booking.adjustsDate) };
    return [t('opportunity.history.counts', facts)];
  }

  function worth(): string[] {
    const { reportingAmount, rate, rateDate } = booking;
    if (reportingAmount === null) return [t('opportunity.history.noRate')];
    if (reportingAmount.currency === booking.amount.currency || rate === null || rateDate === null) return [];
    return [
      t('opportunity.history.worth', {
        amount: format.money(reportingAmount),
        rate: format.rate(rate),
        day: format.day(rateDate),
      }),
    ];
  }

  function links() {
    const about = booking.kind === 'credit' ? 'givesBack' : 'takesBack';
    return [
      ...(original ? [linkTo(original, about)] : []),
      ...credits.map((credit) => linkTo(credit, 'creditedOn')),
      ...(reversal ? [linkTo(reversal, 'reversedOn')] : []),
    ];
  }

  function linkTo(line: BookingWire, key: 'givesBack' | 'takesBack' | 'creditedOn' | 'reversedOn') {
    const facts = { amount: format.money(line.amount), day: format.day(line.bookingDate) };
    return { to: anchorOfLine(line), says: t(`opportunity.history.${key}`, facts) };
  }
}
