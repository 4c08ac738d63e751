import {
  Alert,
  Button,
  Card,
  Center,
  Group,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useText } from '../../i18n/use-text';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { isProblem } from '../../api/problem-error';
import { useSignIn } from '../../api/session.api';
import { useSetup } from '../../api/setup-state.api';
import { useSentence } from '../../components/states';
import { speak } from '../../i18n/language';
import { useLocale } from '../../i18n/use-locale';
import { Mark } from '../../shell/mark';

export function SignInPage() {
  const t = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const to = safeReturn(address.get('to'));
  const setup = useSetup();
  const signIn = useSignIn(() => void navigate(to, { replace: true }));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim().length < 3 ? t('signIn.missing.email') : null),
      password: (value) => (value ? null : t('signIn.missing.password')),
    },
  });
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('shell.product')}`;
  }, [t]);
  // What was true before somebody else set it up is asked once more.
  if (setup.data?.isOpen && !setup.isFetching) return <Navigate to="/welcome" replace />;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={380} gap="lg">
        <Stack gap={6} align="center">
          <Mark size={36} />
          <Text size="sm" c="dimmed" ta="center">
            {t('signIn.lead')}
          </Text>
        </Stack>
        <Card withBorder padding="lg" radius="lg">
          <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
            <Stack gap="md">
              <Title order={1} size="h3">
                {t('signIn.title')}
              </Title>
              {address.has('to') && !signIn.isError ? <Text size="sm">{t('signIn.ended')}</Text> : null}
              {signIn.isError ? <Refused error={signIn.error} /> : null}
              <TextInput
                label={t('signIn.email')}
                type="email"
                autoComplete="username"
                inputMode="email"
                autoFocus
                key={form.key('email')}
                {...form.getInputProps('email')}
              />
              <PasswordInput
                label={t('signIn.password')}
                autoComplete="current-password"
                key={form.key('password')}
                {...form.getInputProps('password')}
              />
              <Button type="submit" fullWidth loading={signIn.isPending}>
                {t('signIn.submit')}
              </Button>
            </Stack>
          </form>
        </Card>
        <Group justify="center">
          <SegmentedControl
            size="xs"
            aria-label={t('shell.language.label')}
            value={locale}
            onChange={(value) => void speak(value)}
            data={[
              { value: 'en', label: t('shell.language.en') },
              { value: 'zh-TW', label: t('shell.language.zhTW') },
            ]}
          />
        </Group>
      </Stack>
    </Center>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useText();
  const sentence = useSentence(error);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {explained() ?? sentence}
    </Alert>
  );

  function explained(): string | null {
    if (isProblem(error, 401)) return t('signIn.wrong');
    if (!isProblem(error, 429)) return null;
    return error.retryAfter === null ? t('signIn.tooManyUnknown') : t('signIn.tooMany', { seconds: error.retryAfter });
  }
}

/** Only a path of our own: a crafted link must not lead elsewhere after signing in. */
const safeReturn = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');
