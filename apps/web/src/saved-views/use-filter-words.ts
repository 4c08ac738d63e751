import type { ViewFilter } from '@tandem/contracts';
import { useFunnel } from '../api/funnel.api';
import { usePeople } from '../api/people.api';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';

/** A filter in a few words, such as `Mine · Closes this quarter`. */
export function useFilterWords(): (filter: ViewFilter) => string {
  const t = useText();
  const nameOf = useName();
  const { data: people } = usePeople();
  const { data: funnel } = useFunnel();
  return ({ ownerId, teamId, stageId, accountId, outcome, closes, q }) => {
    const named = <Record extends { id: string; name: Parameters<typeof nameOf>[0] }>(
      records: readonly Record[] | undefined,
      id: string | undefined,
    ) => {
      const record = id === undefined ? undefined : records?.find((one) => one.id === id);
      return record ? nameOf(record.name) : '';
    };
    const words = [
      ownerId === 'me' ? t('views.words.mine') : named(people?.people, ownerId),
      named(people?.teams, teamId),
      named(funnel?.stages, stageId),
      accountId === undefined ? '' : t('views.words.account'),
      outcome === undefined ? '' : t(`words:outcome.${outcome}`),
      closes === undefined ? '' : t(`views.words.${closes}`),
      q === undefined ? '' : t('views.words.search', { q }),
    ].filter(Boolean);
    return words.length > 0 ? words.join(' · ') : t('views.words.everything');
  };
}
