import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewSavedView, SavedViewWire } from '@tandem/contracts';
import { newKey } from '../api/new-key';
import { isPassing, isProblem } from '../api/problem-error';
import { beginWith, changeView, keepView, removeView, savedViews } from '../api/saved-views.api';
import { sentenceOf } from '../components/states';
import { say, sayNot } from '../deeds/say';
import { useUndoable } from '../deeds/use-undoable';
import { useText } from '../i18n/use-text';
import type { PageViews } from './use-page-views';

interface Deed {
  readonly send: (key: string) => Promise<unknown>;
  readonly key: string;
  readonly done: () => void;
}

/** What is done to a view without asking anything: its filter is taken over, it is begun with, or it goes. */
export function useViewDeeds({ page, filter, beginsWith, defaultVersion, choose }: PageViews) {
  const t = useText();
  const client = useQueryClient();
  const sayUndoable = useUndoable();
  const send = useMutation({ mutationFn: (deed: Deed) => deed.send(deed.key) });
  const again = () => client.invalidateQueries({ queryKey: savedViews.queryKey });
  const take = (deed: Omit<Deed, 'key'>) => void carryOut({ ...deed, key: newKey() });
  return { update, begin, remove };

  function update(view: SavedViewWire): void {
    const { id, version, name } = view;
    let kept = version;
    take({
      send: async (key) => {
        kept = (await changeView({ id, version, filter }, key)).version;
      },
      done: () =>
        sayUndoable({
          sentence: t('views.updated', { name }),
          undone: t('views.putBack', { name }),
          undo: (key) => changeView({ id, version: kept, filter: view.filter }, key).finally(() => void again()),
        }),
    });
  }

  function begin({ id, name }: SavedViewWire): void {
    const isOver = id === beginsWith;
    take({
      send: (key) => beginWith({ page, viewId: isOver ? null : id, version: defaultVersion }, key),
      done: () => say(t(isOver ? 'views.endsDefault' : 'views.isDefault', { name })),
    });
  }

  function remove(view: SavedViewWire): void {
    const { id, version, name, sharedWith } = view;
    take({
      send: (key) => removeView({ id, version }, key),
      done: () => {
        choose(null);
        sayUndoable({
          sentence: t('views.removed', { name }),
          undone: t('views.putBack', { name }),
          undo: (key) =>
            putBack({ page, name, sharedWith, filter: view.filter }, id === beginsWith, key).finally(
              () => void again(),
            ),
        });
      },
    });
  }

  /** It is another view to the server: whoever began with it is told to begin with this one. */
  async function putBack(view: NewSavedView, isBegunWith: boolean, key: string): Promise<void> {
    const { id } = await keepView(view, key);
    if (!isBegunWith) return;
    const { defaults } = await client.query({ ...savedViews, staleTime: 0 });
    const version = defaults.find((one) => one.page === page)?.version;
    await beginWith({ page, viewId: id, version }, `${key}.default`);
  }

  async function carryOut(deed: Deed): Promise<void> {
    try {
      await send.mutateAsync(deed);
      await again();
      deed.done();
    } catch (error) {
      if (isProblem(error)) void again();
      const retry = isPassing(error) ? { label: t('common.retry'), take: () => void carryOut(deed) } : undefined;
      sayNot(t('common.error.notSaved'), sentenceOf(error, t), retry);
    }
  }
}
