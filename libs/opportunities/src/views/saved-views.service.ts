import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, isRefusal, newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { decideFilter, decideSharing, mayChange, maySee } from './rules/decide-view';
import type { Sharing, ViewFilter, ViewPage } from './rules/view';
import type { DefaultView, SavedView } from './saved-view.entity';
import {
  badPart,
  defaultChanged,
  defaultVersionRequired,
  keptByAnother,
  nameTaken,
  noView,
  sharingRefused,
  tooManyViews,
  viewChanged,
} from './saved-views.errors';
import { SavedViewsRepository } from './saved-views.repository';

type ViewId = Id<'saved_view'>;

export interface NewView {
  readonly page: ViewPage;
  readonly name: string;
  readonly sharedWith: Sharing;
  readonly filter: ViewFilter;
}

/** More than anybody finds their way in. */
const mostViews = 50;

/** What people keep to look at again. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViewsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  add({ page, name, sharedWith, filter }: NewView): Promise<ViewId> {
    return this.database.write(async () => {
      const view: SavedView = {
        id: newId<'saved_view'>(),
        ownerId: who(),
        page,
        name,
        ...sharing(sharedWith, null),
        filter: fitting(page, filter),
        createdAt: this.clock.now(),
        version: 1,
      };
      const { count, isTaken } = await this.views.holdNames(view, view.id);
      if (isTaken) throw nameTaken(name);
      if (count >= mostViews) throw tooManyViews(mostViews);
      await this.views.add(view);
      await this.tell('added', view.id, { after: told(view) });
      return view.id;
    });
  }

  /** Renames it, shares it otherwise or gives it another filter; it stays with whoever keeps it. */
  change(id: ViewId, seen: number, wish: Partial<Omit<NewView, 'page'>>): Promise<void> {
    return this.database.write(async () => {
      const before = await this.hold(id, seen);
      const after: SavedView = {
        ...before,
        name: wish.name ?? before.name,
        ...(wish.sharedWith === undefined ? {} : sharing(wish.sharedWith, before)),
        filter: wish.filter === undefined ? before.filter : fitting(before.page, wish.filter),
        version: before.version + 1,
      };
      if ((await this.views.holdNames(after, id)).isTaken) throw nameTaken(after.name);
      await this.views.save(after);
      await this.tell('changed', id, { before: told(before), after: told(after) });
    });
  }

  remove(id: ViewId, seen: number): Promise<void> {
    return this.database.write(async () => {
      const before = await this.hold(id, seen);
      await this.views.remove(id);
      await this.tell('removed', id, { before: told(before) });
    });
  }

  /** What whoever asks begins with on a page; null for everything there is. */
  begin(page: ViewPage, viewId: ViewId | null, seen: number | null): Promise<DefaultView> {
    return this.database.write(async () => {
      const view = viewId && (await this.views.hold(viewId));
      if (viewId && (!view || view.page !== page || !maySee(actor(), view))) throw noView(viewId);
      const personId = who();
      const before = await this.views.holdDefault(personId, page);
      if (before && seen === null) throw defaultVersionRequired();
      if ((before?.version ?? null) !== seen) throw defaultIsNow(page, before);
      const after = { personId, page, viewId, version: (seen ?? 0) + 1 };
      if (before) await this.views.saveDefault(after);
      else if (!(await this.views.addDefault(after)))
        throw defaultIsNow(page, await this.views.holdDefault(personId, page));
      await this.outbox.record({
        topic: 'default_view.set',
        subjectKind: 'default_view',
        subjectId: personId,
        before: before && { page, viewId: before.viewId },
        after: { page, viewId },
      });
      return after;
    });
  }

  private async hold(id: ViewId, seen: number): Promise<SavedView> {
    const held = await this.views.hold(id);
    if (!held || !maySee(actor(), held)) throw noView(id);
    if (!mayChange(actor(), held)) throw keptByAnother();
    if (held.version !== seen) throw viewChanged(held, seen);
    return held;
  }

  private tell(act: string, id: ViewId, states: { readonly before?: unknown; readonly after?: unknown }) {
    return this.outbox.record({ topic: `saved_view.${act}`, subjectKind: 'saved_view', subjectId: id, ...states });
  }
}

const defaultIsNow = (page: ViewPage, now: DefaultView | null) =>
  defaultChanged({ page, viewId: now?.viewId ?? null, version: now?.version ?? 0 });

function who(): Id<'person'> {
  const { personId } = actor();
  if (personId === null) throw new Error('a view belongs to a person');
  return personId;
}

/** The team it is shared with is that of whoever shares it, and stays so until it is shared otherwise. */
function sharing(wished: Sharing, before: SavedView | null): Pick<SavedView, 'sharedWith' | 'teamId'> {
  const sharedWith = decideSharing(actor(), wished, before?.sharedWith ?? null);
  if (isRefusal(sharedWith)) throw sharingRefused(sharedWith);
  if (before && sharedWith === before.sharedWith) return { sharedWith, teamId: before.teamId };
  return { sharedWith, teamId: sharedWith === 'team' ? actor().teamId : null };
}

function fitting(page: ViewPage, filter: ViewFilter): ViewFilter {
  const decision = decideFilter(page, filter);
  if (isRefusal(decision)) throw badPart(decision);
  return decision;
}

const told = ({ page, name, sharedWith, teamId, filter }: SavedView) => ({ page, name, sharedWith, teamId, filter });
