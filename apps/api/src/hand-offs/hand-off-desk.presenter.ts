import type { HandOffDeskWire, SentBackWire } from '@tandem/contracts';
import type { HandOffDesk, SentBackView } from '@tandem/opportunities';
import { presentCard, presentHandOff } from '../opportunities/card.presenter';

export const presentDesk = ({ asOf, waiting, hours, answers, sentBack }: HandOffDesk): HandOffDeskWire => ({
  asOf: asOf.toISOString(),
  waiting: {
    count: waiting.count,
    overdue: waiting.overdue,
    items: waiting.items.map(({ secondsLeft, responseMinutes, ...handOff }) => ({
      ...presentHandOff(handOff),
      secondsLeft,
      responseMinutes,
    })),
  },
  hours: hours.map(({ teamId, spans }) => ({
    teamId,
    spans: spans.map(({ from, until }) => ({ from: from.toISOString(), until: until.toISOString() })),
  })),
  answers: {
    since: answers.since.toISOString(),
    accepted: answers.accepted,
    rejected: answers.rejected,
    returned: answers.returned,
    expired: answers.expired,
    closed: answers.closed,
    reasons: answers.reasons.map(({ reason, rejected, returned }) => ({ reason, rejected, returned })),
  },
  sentBack: {
    since: sentBack.since.toISOString(),
    count: sentBack.count,
    items: sentBack.items.map(presentSentBack),
  },
});

const presentSentBack = ({ handOff, at, opportunity }: SentBackView): SentBackWire => ({
  handOff: presentHandOff(handOff),
  at: at.toISOString(),
  opportunity: opportunity && presentCard(opportunity),
});
