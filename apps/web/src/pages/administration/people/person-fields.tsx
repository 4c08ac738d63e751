import { Select, TextInput } from '@mantine/core';
import type { PersonChange } from '@tandem/contracts';
import { usePeople } from '../../../api/people.api';
import { useName } from '../../../i18n/use-locale';
import { useText, type Text } from '../../../i18n/use-text';
import classes from './people.module.css';

export type PersonDraft = Required<Omit<PersonChange, 'active' | 'nameZh'>> & { readonly nameZh: string };
type Role = PersonDraft['role'];
type Side = PersonDraft['side'];

const roles: readonly Role[] = ['rep', 'manager', 'marketer', 'liaison', 'revenue_officer', 'administrator', 'viewer'];
const sides: readonly Side[] = ['sales', 'marketing', 'other'];

interface FieldsProps {
  readonly draft: PersonDraft;
  readonly onDraft: (changes: Partial<PersonDraft>) => void;
  /** The name is asked for and missing. */
  readonly isNameMissing: boolean;
  /** One's own role is not one's own to change. */
  readonly isOwn?: boolean;
}

/** What is said about a person, whether new or known. */
export function PersonFields({ draft, onDraft, isNameMissing, isOwn = false }: FieldsProps) {
  const t = useText();
  const nameOf = useName();
  const teams = (usePeople().data?.teams ?? []).filter(({ side }) => side === draft.side);
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('administration:people.name')}
        required
        data-autofocus
        maxLength={190}
        value={draft.name}
        onChange={({ currentTarget }) => onDraft({ name: currentTarget.value })}
        error={isNameMissing ? t('common.required') : undefined}
      />
      <TextInput
        label={t('administration:people.nameZh')}
        maxLength={190}
        value={draft.nameZh}
        onChange={({ currentTarget }) => onDraft({ nameZh: currentTarget.value })}
      />
      <Select
        label={t('administration:people.role')}
        data={roles.map((role) => ({ value: role, label: t(`words:role.${role}`) }))}
        value={draft.role}
        disabled={isOwn}
        allowDeselect={false}
        onChange={(role) => onDraft({ role: role as Role })}
      />
      <Select
        label={t('administration:people.side')}
        data={sides.map((side) => ({ value: side, label: t(`words:side.${side}`) }))}
        value={draft.side}
        allowDeselect={false}
        // A team is of one side.
        onChange={(side) => onDraft({ side: side as Side, teamId: null })}
      />
      <Select
        label={t('administration:people.team')}
        placeholder={t('administration:people.noTeam')}
        clearable
        data={teams.map((team) => ({ value: team.id, label: nameOf(team.name) }))}
        value={draft.teamId}
        onChange={(teamId) => onDraft({ teamId })}
      />
      <Select
        label={t('administration:people.locale')}
        data={languages(t)}
        value={draft.locale}
        allowDeselect={false}
        onChange={(locale) => onDraft({ locale: locale as PersonDraft['locale'] })}
      />
    </div>
  );
}

const languages = (t: Text) => [
  { value: 'en', label: t('shell.language.en') },
  { value: 'zh-TW', label: t('shell.language.zhTW') },
];
