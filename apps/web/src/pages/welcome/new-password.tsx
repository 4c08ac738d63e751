import { PasswordInput, Text, type PasswordInputProps } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text';
import { judgePassword, missingIn } from './judge-password';

interface NewPasswordProps extends Omit<PasswordInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onPassword: (password: string) => void;
  /** What must not be in it: name and address. */
  readonly own: readonly string[];
}

/** Chooses a password; says the rule in words, and how far it is from being good. Only where the texts of `welcome` are spoken. */
export function NewPassword({ value, onPassword, own, ...given }: NewPasswordProps) {
  const t = useText();
  const missing = missingIn(value);
  return (
    <div>
      <PasswordInput
        label={t('welcome:password.label')}
        description={t('welcome:password.rule')}
        autoComplete="new-password"
        maxLength={128}
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
