import { Combobox, TextInput, useCombobox, type TextInputProps } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useName } from '../../../i18n/use-locale';
import { peopleCalled, type Callable } from './find-people';

interface MentionInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly people: readonly Callable[];
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
}

const mostOffered = 6;
/** What stands between an `@` and the cursor; in an address of a mail an `@` is none. */
const typedMention = /(?<![\w.%+-])[@＠]([^@＠]{0,40})$/;

/** A line in which `@` offers people: arrows choose, Enter or Tab writes the whole name. */
export function MentionInput({ value, people, inputRef, onText, ...given }: MentionInputProps) {
  const nameOf = useName();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [caret, setCaret] = useState(0);
  const typed = typedMention.exec(value.slice(0, caret))?.[1];
  const called = typed === undefined ? [] : peopleCalled(typed, people).slice(0, mostOffered);
  const isWritten = called.some(({ name }) => nameOf(name).toLowerCase() === typed?.toLowerCase());
  const offered = isWritten ? [] : called;

  function take(id: string) {
    const person = people.find((one) => one.id === id);
    if (!person || typed === undefined) return;
    const before = value.slice(0, caret - typed.length);
    const written = `${before}${nameOf(person.name)} `;
    onText(`${written}${value.slice(caret).trimStart()}`);
    setCaret(written.length);
    combobox.closeDropdown();
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} position="top-start" withinPortal>
      <Combobox.Target>
        <TextInput
          {...given}
          ref={inputRef}
          autoComplete="off"
          value={value}
          onChange={(event) => {
            onText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onKeyDown={(event) => {
            const first = offered[0];
            if (event.key !== 'Tab' || event.shiftKey || !combobox.dropdownOpened || !first) return;
            event.preventDefault();
            take((offered[combobox.getSelectedOptionIndex()] ?? first).id);
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options>
          {offered.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {nameOf(person.name)}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
