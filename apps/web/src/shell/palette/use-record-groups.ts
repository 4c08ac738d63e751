import { IconBuilding, IconHistory, IconTargetArrow, IconUser } from '@tabler/icons-react';
import type { Bilingual, SearchWire } from '@tandem/contracts';
import { useFunnel } from '../../api/funnel.api';
import { recentOpportunities } from '../../api/recent-opportunities';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import type { Entry, EntryGroup } from './entry';

/** What a search found, as lines that lead there. */
export function useRecordGroups(answer: SearchWire | undefined): readonly EntryGroup[] {
  const t = useText();
  const nameOf = useName();
  const format = useFormat();
  const stages = useFunnel().data?.stages;
  if (!answer) return [];

  const opportunities = answer.opportunities.map((found): Entry => {
    const stage = stages?.find(({ id }) => id === found.stageId);
    return {
      id: `opportunity-${found.id}`,
      icon: IconTargetArrow,
      label: found.name,
      detail: joined(
        found.account && nameOf(found.account.name),
        stage && nameOf(stage.name),
        found.amount && format.compactMoney(found.amount),
        nameOf(found.owner.name),
      ),
      mark: found.outcome === 'open' ? '' : t(`words:outcome.${found.outcome}`),
      to: `/opportunities/${found.id}`,
    };
  });
  const accounts = answer.accounts.map(({ id, name, segment }): Entry => ({
    id: `account-${id}`,
    icon: IconBuilding,
    label: nameOf(name),
    detail: joined(otherName(name, nameOf(name)), segment),
    to: `/opportunities?account=${id}`,
  }));
  const people = answer.people.map(({ id, name, role, active }): Entry => ({
    id: `person-${id}`,
    icon: IconUser,
    label: nameOf(name),
    detail: joined(otherName(name, nameOf(name)), t(`words:role.${role}`)),
    mark: active ? '' : t('shell.palette.left'),
    to: `/opportunities?owner=${id}`,
  }));
  return [
    { key: 'opportunities', title: t('shell.palette.groups.opportunities'), entries: opportunities },
    { key: 'accounts', title: t('shell.palette.groups.accounts'), entries: accounts },
    { key: 'people', title: t('shell.palette.groups.people'), entries: people },
  ];
}

/** What was opened last, for when nothing is typed yet. */
export function useRecentGroup(): EntryGroup {
  const t = useText();
  const nameOf = useName();
  const { person } = useMe();
  const entries = recentOpportunities(person.id).map(({ id, name, account }): Entry => ({
    id: `recent-${id}`,
    icon: IconHistory,
    label: name,
    detail: account ? nameOf(account) : '',
    to: `/opportunities/${id}`,
  }));
  return { key: 'recent', title: t('shell.palette.groups.recent'), entries };
}

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** The name in the language it is not shown in: perhaps it was that one which was typed. */
const otherName = ({ en, zhTW }: Bilingual, shown: string): string | null =>
  [en, zhTW].find((one) => one !== shown) ?? null;
