import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAccounts } from '../api/opportunities.api';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';

export interface AccountChoice {
  /** Null for a customer that does not exist yet. */
  readonly id: string | null;
  readonly name: string;
}

interface AccountInputProps {
  readonly label: string;
  readonly initial?: string;
  /** Whether a name that is not in the list makes a new customer. */
  readonly mayCreate?: boolean;
  readonly onChoice: (choice: AccountChoice | null) => void;
}

/** Finds a customer while one types; a name that is in no list is a new one. */
export function AccountInput({ label, initial = '', mayCreate = true, onChoice }: AccountInputProps) {
  const t = useText();
  const nameOf = useName();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState(initial);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data } = useAccounts(q);
  const found = data?.items ?? [];
  const known = found.find((account) => nameOf(account.name).toLocaleLowerCase() === typed.trim().toLocaleLowerCase());

  function choose(id: string) {
    const account = found.find((one) => one.id === id);
    if (!account) return;
    setTyped(nameOf(account.name));
    onChoice({ id, name: nameOf(account.name) });
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          label={label}
          description={mayCreate ? t('opportunity.create.accountHint') : undefined}
          maxLength={190}
          autoComplete="off"
          value={typed}
          rightSectionWidth={110}
          rightSection={
            mayCreate && typed.trim() && data && q === typed.trim() && !known ? (
              <small>{t('opportunity.create.newAccount')}</small>
            ) : null
          }
          onChange={(event) => {
            const name = event.currentTarget.value;
            setTyped(name);
            onChoice(name.trim() ? { id: null, name: name.trim() } : null);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            if (known) onChoice({ id: known.id, name: nameOf(known.name) });
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options mah={220} style={{ overflowY: 'auto' }}>
          {found.map((account) => (
            <Combobox.Option key={account.id} value={account.id}>
              {nameOf(account.name)}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
