import { TextInput, type TextInputProps } from '@mantine/core';
import type { MoneyWire } from '@tandem/contracts';
import { useState } from 'react';
import { readMoney, signOf, typedMoney } from '../formats/money';
import { useText } from '../i18n/use-text';

type Given = Omit<TextInputProps, 'value' | 'onChange' | 'error' | 'defaultValue'>;

interface MoneyInputProps extends Given {
  readonly initial: MoneyWire | null;
  readonly currency: string;
  /** Null when the field is empty, undefined when it holds no amount. */
  readonly onAmount: (amount: MoneyWire | null | undefined) => void;
  readonly missing?: boolean;
}

/** An amount as people write it: `1200000`, `1,200,000`, `1.2M`, `120萬`; tidied when left. */
export function MoneyInput({ initial, currency, onAmount, missing = false, ...given }: MoneyInputProps) {
  const t = useText();
  const [typed, setTyped] = useState(initial ? typedMoney(initial) : '');
  const [left, setLeft] = useState(false);
  const amount = readingOf(typed, currency);
  const error = left && amount === undefined ? t('common.amount.invalid') : missing && t('common.required');
  return (
    <TextInput
      {...given}
      inputMode="decimal"
      autoComplete="off"
      leftSection={<span aria-hidden>{signOf(currency).trim()}</span>}
      leftSectionWidth={signOf(currency).trim().length * 10 + 18}
      value={typed}
      error={error || undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
        onAmount(readingOf(event.currentTarget.value, currency));
      }}
      onBlur={() => {
        setLeft(true);
        if (amount) setTyped(typedMoney(amount));
      }}
    />
  );
}

function readingOf(typed: string, currency: string): MoneyWire | null | undefined {
  if (typed.trim() === '') return null;
  return readMoney(typed, currency) ?? undefined;
}
