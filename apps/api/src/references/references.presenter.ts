import type { AccountDetailWire, AccountWire, ProductWire, ReferencesWire } from '@tandem/contracts';
import type { Campaign, Source } from '@tandem/campaigns';
import type { AccountDetail, AccountView, ProductView } from '@tandem/opportunities';
import { presentMoney, presentNamedOrNull } from '../opportunities/card.presenter';
import { bilingual } from '../people/people.presenter';

export const presentAccount = (account: AccountView): AccountWire => ({
  id: account.id,
  name: bilingual(account),
  parentId: account.parentId,
  segment: account.segment,
  version: account.version,
});

export const presentAccountDetail = ({ mergedInto, ...account }: AccountDetail): AccountDetailWire => ({
  ...presentAccount(account),
  mergedInto: presentNamedOrNull(mergedInto),
});

export const presentProduct = ({ listPriceMinor, ...product }: ProductView): ProductWire => ({
  id: product.id,
  name: bilingual(product),
  family: product.family,
  listPrice: listPriceMinor === null ? null : presentMoney({ amountMinor: listPriceMinor, currency: product.currency }),
  future: product.future,
  version: product.version,
});

interface ShortLists {
  readonly products: readonly ProductView[];
  readonly sources: readonly Source[];
  readonly campaigns: readonly Campaign[];
}

export const presentReferences = ({ products, sources, campaigns }: ShortLists): ReferencesWire => ({
  products: products.map(presentProduct),
  sources: sources.map((source) => ({ id: source.id, key: source.key, name: bilingual(source) })),
  campaigns: campaigns.map((campaign) => ({ id: campaign.id, sourceId: campaign.sourceId, name: bilingual(campaign) })),
});
