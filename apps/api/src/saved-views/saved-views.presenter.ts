import type {
  DefaultViewWire,
  SavedViewListWire,
  SavedViewWire,
  ViewFilter as ViewFilterWire,
} from '@tandem/contracts';
import type { DefaultView, SavedViewsView, SavedViewView, ViewFilter } from '@tandem/opportunities';

export const presentSavedViews = ({ items, defaults, mayShareWith }: SavedViewsView): SavedViewListWire => ({
  items: items.map(presentSavedView),
  defaults: defaults.map(presentDefaultView),
  mayShareWith: [...mayShareWith],
});

export const presentSavedView = (view: SavedViewView): SavedViewWire => ({
  id: view.id,
  page: view.page,
  name: view.name,
  filter: presentFilter(view.filter),
  sharedWith: view.sharedWith,
  owner: { id: view.owner.id, name: { en: view.owner.name, zhTW: view.owner.nameZh } },
  mayChange: view.mayChange,
  gone: [...view.gone],
  version: view.version,
});

export const presentDefaultView = ({ page, viewId, version }: Omit<DefaultView, 'personId'>): DefaultViewWire => ({
  page,
  viewId,
  version,
});

/** Only the parts that are given. */
const presentFilter = ({ ownerId, teamId, stageId, accountId, outcome, closes, q }: ViewFilter): ViewFilterWire => ({
  ...(ownerId === undefined ? {} : { ownerId }),
  ...(teamId === undefined ? {} : { teamId }),
  ...(stageId === undefined ? {} : { stageId }),
  ...(accountId === undefined ? {} : { accountId }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(closes === undefined ? {} : { closes }),
  ...(q === undefined ? {} : { q }),
});
