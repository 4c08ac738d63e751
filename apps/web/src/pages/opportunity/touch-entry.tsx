import {
  IconCalendarEvent,
  IconForms,
  IconMail,
  IconMessage,
  IconPhone,
  IconPresentation,
  IconUsers,
  IconUserShare,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import type { TouchWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { EntryBadge, EntryLine } from './entry-line';

const icons: Readonly<Record<TouchWire['kind'], TablerIcon>> = {
  visit: IconWorld,
  form: IconForms,
  email: IconMail,
  event: IconCalendarEvent,
  call: IconPhone,
  meeting: IconUsers,
  demo: IconPresentation,
  referral: IconUserShare,
  other: IconMessage,
};

/** A contact with the buyer: a call with its outcome, or what one side did and by which campaign. */
export function TouchEntry({ touch }: { readonly touch: TouchWire }) {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const { kind, outcome, side, source, campaign, at, recordedAt, recordedBy } = touch;
  const Icon = icons[kind];
  const late = format.dayOf(at) !== format.dayOf(recordedAt);
  const from = [source, campaign].flatMap((one) => (one ? [nameOf(one.name)] : []));
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone={outcome === 'meeting_booked' ? 'good' : undefined}
      title={outcome ? t(`opportunity.history.called.${outcome}`) : t(`opportunity.history.touch.${kind}`)}
      when={format.instant(at)}
      whenTitle={format.distance(at)}
      who={recordedBy ? nameOf(recordedBy.name) : undefined}
      badges={
        <>
          <EntryBadge says={t(`words:side.${side}`)} />
          {late ? (
            <EntryBadge says={t('opportunity.history.later', { day: format.day(format.dayOf(recordedAt)) })} />
          ) : null}
        </>
      }
      details={from.length > 0 ? [from.join(' · ')] : []}
    />
  );
}
