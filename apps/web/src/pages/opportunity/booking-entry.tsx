import { IconCoin, IconCoinOff } from '@tabler/icons-react';
import type { BookingWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { EntryLine } from './entry-line';

/** A signed line of money with its day. */
export function BookingEntry({ booking }: { readonly booking: BookingWire }) {
  const t = useText();
  const format = useFormat();
  const amount = format.money(booking.amount);
  const positive = !booking.amount.amountMinor.startsWith('-');
  return (
    <EntryLine
      icon={positive ? <IconCoin size={13} aria-hidden /> : <IconCoinOff size={13} aria-hidden />}
      tone={positive ? 'good' : 'bad'}
      title={title()}
      when={format.day(booking.bookingDate)}
    />
  );

  function title(): string {
    if (booking.reversesId) return t('opportunity.history.reversed', { amount });
    if (booking.bookingType === 'credit') return t('opportunity.history.credited', { amount });
    return t('opportunity.history.booked', { amount, kind: t(`words:bookingType.${booking.bookingType}`) });
  }
}
