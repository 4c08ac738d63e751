import type { DeliveryMailWire, DeliveryWire } from '@tandem/contracts';
import type { DeliveryView, ReadMime } from '@tandem/mail';

export const presentDelivery = (delivery: DeliveryView): DeliveryWire => ({
  id: delivery.id,
  kind: delivery.kind,
  subjectId: delivery.subjectId,
  to: { personId: delivery.personId, name: delivery.toName, address: delivery.toAddress },
  locale: delivery.locale,
  subject: delivery.subject,
  state: delivery.state,
  attempts: delivery.attempts,
  maybeDuplicate: delivery.maybeDuplicate,
  providerResponse: delivery.providerResponse,
  createdAt: delivery.createdAt.toISOString(),
  sentAt: delivery.sentAt?.toISOString() ?? null,
  bounce: delivery.bouncedAt && {
    at: delivery.bouncedAt.toISOString(),
    status: delivery.bounceStatus ?? '',
    reason: delivery.bounceReason ?? '',
  },
});

export const presentMail = ({ delivery, mail }: { delivery: DeliveryView; mail: ReadMime }): DeliveryMailWire => ({
  ...presentDelivery(delivery),
  headers: [...mail.headers],
  html: mail.html,
  text: mail.text,
  calendar: mail.calendar,
});
