import { ActionIcon, Text, TextInput, type TextInputProps } from '@mantine/core';
import { IconCircleCheck, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import { judgePassword, missingIn } from './judge-password';

interface NewPasswordProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onPassword: (password: string) => void;
  /** What must not be in it: name and address. */
  readonly own: readonly string[];
}

/** Chooses a password; says the rule in words, and how far it is from being good. */
export function NewPassword({ value, onPassword, own, ...given }: NewPasswordProps) {
  const t = useText();
  const [isShown, setShown] = useState(false);
  const missing = missingIn(value);
  return (
    <div>
      <TextInput
        label={t('welcome:password.label')}
        description={t('welcome:password.rule')}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={128}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('welcome:password.show')}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
          </ActionIcon>
        }
        {...given}
        value={value}
        onChange={(event) => onPassword(event.currentTarget.value)}
      />
      <Text component="div" size="sm" c="dimmed" mt={4} mih="1.6em" aria-live="polite">
        {value !== '' && missing > 0 ? t('welcome:password.more', { count: missing }) : null}
        {judgePassword(value, own) === null ? (
          <>
            <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('welcome:password.good')}
          </>
        ) : null}
      </Text>
    </div>
  );
}
