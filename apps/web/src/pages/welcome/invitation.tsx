import { Alert, Button, Paper, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAnswerInvitation } from '../../api/setup.api';
import { useSentence } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { secret, type Fault } from './check-draft';
import { NewPassword } from './new-password';
import { Outside } from './outside';
import { StepHead } from './steps/step-head';
import './texts';

/** The page a link of an invitation leads to: choose a password, and be in. */
export function InvitationPage() {
  const t = useText();
  const navigate = useNavigate();
  // Behind the #, so that no log ever holds it.
  const token = location.hash.slice(1);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const answer = useAnswerInvitation((me) => void navigate(me ? '/' : '/sign-in', { replace: true }));

  function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = secret(password, []);
    setFault(found);
    if (!found) answer.mutate({ token, password });
  }

  return (
    <Outside>
      <Paper withBorder p="lg" radius="lg">
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            <StepHead title={t('welcome:invitation.title')} lead={t('welcome:invitation.lead')} />
            {/^[\w-]{43}$/.test(token) ? (
              <>
                {answer.isError ? <Refused error={answer.error} /> : null}
                <NewPassword
                  value={password}
                  onPassword={(typed) => {
                    setFault(null);
                    setPassword(typed);
                  }}
                  own={[]}
                  error={fault ? t(fault.key, fault.facts) : undefined}
                />
                <Button type="submit" loading={answer.isPending}>
                  {t('welcome:invitation.submit')}
                </Button>
              </>
            ) : (
              <Broken sentence={t('welcome:invitation.broken')} />
            )}
          </Stack>
        </form>
      </Paper>
    </Outside>
  );
}

const Refused = ({ error }: { readonly error: unknown }) => <Broken sentence={useSentence(error)} />;

function Broken({ sentence }: { readonly sentence: string }) {
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {sentence}
    </Alert>
  );
}
