import { Injectable } from '@nestjs/common';
import { JobHandler, relayOutbox } from '@tandem/jobs';
import type { Id } from '@tandem/kernel';
import { DeliveriesService, type DueDelivery } from '@tandem/mail';
import { agendaLetterKind, minutesLetterKind } from '@tandem/meetings';
import { Outbox, type OutboxEvent } from '@tandem/outbox';
import { WebhookFanOut, WebhookSender } from '@tandem/webhooks';
import { LetterRound } from '../mail/letter-round';

const most = 200;

/** What happened to an agenda that letters are asked for by, and of which kind they are. */
const letterKinds: ReadonlyMap<string, string> = new Map([
  ['agenda.composed', agendaLetterKind],
  ['agenda.minutes_sent', minutesLetterKind],
]);

/** Hands on what happened. Whoever is told late or never finds it in the rows: letters and webhooks by their sweeps. */
@Injectable()
export class RelayOutboxJob extends JobHandler {
  readonly job = relayOutbox;

  constructor(
    private readonly outbox: Outbox,
    private readonly deliveries: DeliveriesService,
    private readonly round: LetterRound,
    private readonly fanOut: WebhookFanOut,
    private readonly sender: WebhookSender,
  ) {
    super();
  }

  /** Sends no letter itself: a mail server that hangs would hold up all events behind it. */
  async run(): Promise<void> {
    const asked: { readonly kind: string; readonly agenda: Id }[] = [];
    for (let relayed = most; relayed === most;) {
      relayed = await this.outbox.relay(most, async (events) => {
        await this.fanOut.fanOut(events);
        for (const event of events) {
          const kind = letterKinds.get(event.topic);
          if (kind !== undefined) asked.push(...subjectOf(event).map((agenda) => ({ kind, agenda })));
        }
      });
      if (relayed > 0) await this.sender.wake();
    }
    const letters: DueDelivery[] = [];
    for (const { kind, agenda } of asked) letters.push(...(await this.deliveries.dueOf(kind, agenda)));
    // All at once, because a Redis that is away can cost seconds each time it is asked.
    await this.round.enqueue(letters);
  }
}

function subjectOf({ payload }: OutboxEvent): Id[] {
  const { id } = (typeof payload === 'string' ? JSON.parse(payload) : payload) as { id?: Id | null };
  return id ? [id] : [];
}
