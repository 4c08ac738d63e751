import { Text, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text';
import { useField } from '../fields';
import { NewPassword } from '../new-password';
import type { StepProps } from './step';
import { StepHead } from './step-head';

interface AdministratorStepProps extends StepProps {
  readonly password: string;
  readonly onPassword: (password: string) => void;
}

export function AdministratorStep({ draft, onChange, password, onPassword }: AdministratorStepProps) {
  const t = useText();
  const field = useField();
  // Typed before, and not kept: everything else of this step is.
  const isForgotten = password === '' && draft.email !== '';
  return (
    <>
      <StepHead title={t('welcome:administrator.title')} lead={t('welcome:administrator.lead')} />
      <TextInput
        label={t('welcome:administrator.code')}
        description={t('welcome:administrator.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={draft.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
        {...field('code')}
      />
      <TextInput
        label={t('welcome:administrator.name')}
        placeholder={t('welcome:administrator.namePlaceholder')}
        autoComplete="name"
        maxLength={190}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        {...field('name')}
      />
      <TextInput
        label={t('welcome:administrator.email')}
        description={t('welcome:administrator.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={320}
        value={draft.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        {...field('email')}
      />
      <div>
        <NewPassword value={password} onPassword={onPassword} own={[draft.name, draft.email]} {...field('password')} />
        {isForgotten ? (
          <Text size="sm" c="dimmed">
            {t('welcome:password.again')}
          </Text>
        ) : null}
      </div>
    </>
  );
}
