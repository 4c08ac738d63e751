import { Injectable } from '@nestjs/common';
import { JobHandler, relayOutbox } from '@tandem/jobs';
import type { Id } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import { agendaLetterKind } from '@tandem/meetings';
import { Outbox, type OutboxEvent } from '@tandem/outbox';
import { WebhookFanOut, WebhookSender } from '@tandem/webhooks';
import { LetterRound } from '../mail/letter-round';

const most = 200;

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

  async run(): Promise<void> {
    const composed: Id[] = [];
    const relayed = await this.outbox.relay(most, async (events) => {
      await this.fanOut.fanOut(events);
      composed.push(...events.filter(({ topic }) => topic === 'agenda.composed').flatMap(subjectOf));
    });
    if (relayed > 0) await this.sender.wake();
    for (const agenda of composed) await this.round.send(await this.deliveries.dueOf(agendaLetterKind, agenda));
    if (relayed === most) await this.run();
  }
}

function subjectOf({ payload }: OutboxEvent): Id[] {
  const { id } = (typeof payload === 'string' ? JSON.parse(payload) : payload) as { id?: Id | null };
  return id ? [id] : [];
}
