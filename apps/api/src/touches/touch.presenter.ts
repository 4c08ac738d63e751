import type { NewTouch as RecordedTouch, TouchView } from '@tandem/campaigns';
import type { NewTouch, TouchWire } from '@tandem/contracts';
import { bilingual } from '../people/people.presenter';

export const presentTouch = (view: TouchView): TouchWire => ({
  id: view.id,
  opportunityId: view.opportunityId,
  accountId: view.accountId,
  source: { id: view.sourceId, name: bilingual({ name: view.source, nameZh: view.sourceZh }) },
  campaign:
    view.campaignId === null || view.campaign === null
      ? null
      : { id: view.campaignId, name: bilingual({ name: view.campaign, nameZh: view.campaignZh }) },
  side: view.side,
  kind: view.kind,
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
