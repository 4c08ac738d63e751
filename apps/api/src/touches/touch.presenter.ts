import type { CallWish, NewTouch as RecordedTouch, TouchView } from '@tandem/campaigns';
import type { NewCall, NewTouch, TouchWire } from '@tandem/contracts';
import { editOf } from '../opportunities/opportunity.request';
import { bilingual } from '../people/people.presenter';

export const presentTouch = (view: TouchView): TouchWire => ({
  id: view.id,
  opportunityId: view.opportunityId,
  accountId: view.accountId,
  source:
    view.sourceId === null || view.source === null
      ? null
      : { id: view.sourceId, name: bilingual({ name: view.source, nameZh: view.sourceZh }) },
  campaign:
    view.campaignId === null || view.campaign === null
      ? null
      : { id: view.campaignId, name: bilingual({ name: view.campaign, nameZh: view.campaignZh }) },
  side: view.side,
  kind: view.kind,
  outcome: view.outcome,
  at: view.at.toISOString(),
  recordedAt: view.recordedAt.toISOString(),
  recordedBy:
    view.actorId === null || view.actor === null
      ? null
      : { id: view.actorId, name: bilingual({ name: view.actor, nameZh: view.actorZh }) },
});

/** Reads a body that a schema has checked into the words of the domain. */
export const touchOf = ({ at, ...body }: NewTouch): RecordedTouch =>
  ({ ...body, ...(at === undefined ? {} : { at: new Date(at) }) }) as RecordedTouch;

export const callOf = ({ outcome, ...step }: NewCall): CallWish => ({ ...editOf(step), outcome });
