import type { SearchWire } from '@tandem/contracts';
import type { FoundAccount, FoundOpportunity, FoundRecords } from '@tandem/opportunities';
import type { PersonView } from '@tandem/people';
import { presentMoneyOrNull, presentNamed, presentNamedOrNull } from '../opportunities/card.presenter';
import { presentPerson } from '../people/people.presenter';

export const presentSearch = (
  { opportunities, accounts, whole }: FoundRecords,
  people: readonly PersonView[],
): SearchWire => ({
  opportunities: opportunities.map(presentOpportunity),
  accounts: accounts.map(presentAccount),
  people: people.map(presentPerson),
  whole,
});

const presentOpportunity = (found: FoundOpportunity): SearchWire['opportunities'][number] => ({
  id: found.id,
  name: found.name,
  account: presentNamedOrNull(found.account),
  stageId: found.stageId,
  outcome: found.outcome,
  amount: presentMoneyOrNull(found.amount),
  owner: presentNamed(found.owner),
});

const presentAccount = (found: FoundAccount): SearchWire['accounts'][number] => ({
  ...presentNamed(found),
  segment: found.segment,
});
