import type { NewSavedView, SavedViewPatch, ViewFilter as ViewFilterWire } from '@tandem/contracts';
import type { NewView, ViewFilter } from '@tandem/opportunities';

/** Reads bodies that a schema has checked into the words of the domain. What was not given is left out. */
export const newViewOf = ({ page, name, sharedWith, filter }: NewSavedView): NewView => ({
  page,
  name,
  sharedWith,
  filter: filterOf(filter),
});

export const viewPatchOf = ({ name, sharedWith, filter }: SavedViewPatch): Partial<Omit<NewView, 'page'>> => ({
  ...(name === undefined ? {} : { name }),
  ...(sharedWith === undefined ? {} : { sharedWith }),
  ...(filter === undefined ? {} : { filter: filterOf(filter) }),
});

const filterOf = (filter: ViewFilterWire): ViewFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as ViewFilter;
