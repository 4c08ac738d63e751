import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAddPerson } from '../../../api/accounts.api';
import { newToken } from '../../../components/invitation-link';
import { useText } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';
import { FormDialog } from '../form-dialog';
import { invitationTold } from './invitation-told';
import { PersonFields, type PersonDraft } from './person-fields';

interface AddProps {
  readonly onClose: () => void;
  readonly onInvited: (told: ToldOnce) => void;
}

const nobody: PersonDraft = { name: '', nameZh: '', role: 'rep', side: 'sales', teamId: null, locale: 'en' };
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Somebody new, who chooses their own password by a link that is shown once. */
export function AddPersonDialog({ onClose, onInvited }: AddProps) {
  const t = useText();
  const [draft, setDraft] = useState(nobody);
  const [email, setEmail] = useState('');
  // Once, so that a second try makes no second link.
  const [token] = useState(newToken);
  const [isAsked, setAsked] = useState(false);
  const isAddress = address.test(email.trim());
  const name = draft.name.trim();
  const add = useAddPerson(() => {
    onClose();
    onInvited(invitationTold(t, { name, email: email.trim(), token }));
  });
  function submit() {
    setAsked(true);
    if (name === '' || !isAddress) return;
    const { nameZh, ...rest } = draft;
    add.mutate({
      ...rest,
      name,
      email: email.trim(),
      token,
      ...(nameZh.trim() === '' ? {} : { nameZh: nameZh.trim() }),
    });
  }
  return (
    <FormDialog
      title={t('administration:people.addTitle')}
      submit={t('administration:people.add')}
      pending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        onDraft={(changes) => setDraft({ ...draft, ...changes })}
        isNameMissing={isAsked && name === ''}
      />
      <TextInput
        type="email"
        label={t('administration:people.email')}
        required
        maxLength={320}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        error={isAsked && !isAddress ? t('administration:people.badEmail') : undefined}
      />
    </FormDialog>
  );
}
