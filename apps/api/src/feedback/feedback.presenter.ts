import type { FeedbackOverview, FeedbackWords, OwnFeedback } from '@tandem/campaigns';
import type { FeedbackOverviewWire, FeedbackWordsWire, OwnFeedbackWire } from '@tandem/contracts';
import { presentNamedOrNull } from '../opportunities/card.presenter';
import { bilingual } from '../people/people.presenter';

export const presentOwn = (own: OwnFeedback): OwnFeedbackWire => ({
  id: own.id,
  about: own.about,
  weekStart: own.weekStart,
  handOffId: own.handOffId,
  score: own.score,
  comment: own.comment,
  version: own.version,
});

export const presentOverview = (overview: FeedbackOverview): FeedbackOverviewWire => ({
  about: overview.about,
  weekStart: overview.weekStart,
  unnamed: overview.unnamed,
  handOffs: overview.handOffs.map(({ id, opportunityName, account, answeredAt, score }) => ({
    id,
    opportunityName,
    accountName: account && bilingual(account),
    answeredAt: answeredAt.toISOString(),
    score,
  })),
  mine: overview.mine.map(presentOwn),
  weeks: overview.weeks.map(({ weekStart, leadQuality, followUp }) => ({ weekStart, leadQuality, followUp })),
});

export const presentWords = (words: FeedbackWords): FeedbackWordsWire => ({
  id: words.id,
  about: words.about,
  weekStart: words.weekStart,
  comment: words.comment,
  author: presentNamedOrNull(words.author),
  isOfHandOff: words.isOfHandOff,
  handOff: words.handOff && {
    opportunityId: words.handOff.opportunityId,
    opportunityName: words.handOff.opportunityName,
    accountName: words.handOff.account && bilingual(words.handOff.account),
  },
});
