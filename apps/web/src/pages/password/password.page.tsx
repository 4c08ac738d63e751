import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChangePassword, useMe } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Failure } from '../../components/states';
import { say } from '../../deeds/say';
import { useText } from '../../i18n/use-text';

const shortest = 12;

/** Another password instead of the one that was handed on, or of one that others may know. */
export function PasswordPage() {
  const t = useText();
  const navigate = useNavigate();
  const { person } = useMe();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isShort = next.length < shortest;
  const change = useChangePassword(() => {
    say(t('password.done'));
    void navigate('/');
  });
  function submit() {
    setAsked(true);
    if (present !== '' && !isShort) change.mutate({ present, next });
  }
  return (
    <>
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md" maw={380}>
          {/* Programs that keep passwords look for whose it is, and not at fields of the type hidden. */}
          <input
            type="text"
            className="spoken"
            name="username"
            autoComplete="username"
            value={person.email ?? ''}
            readOnly
            tabIndex={-1}
            aria-hidden
          />
          <TextInput
            type="password"
            label={t('password.present')}
            required
            autoComplete="current-password"
            value={present}
            onChange={({ currentTarget }) => setPresent(currentTarget.value)}
            error={isAsked && present === '' ? t('common.required') : undefined}
          />
          <TextInput
            type="password"
            label={t('password.next')}
            description={t('password.rule', { count: shortest })}
            required
            maxLength={128}
            autoComplete="new-password"
            value={next}
            onChange={({ currentTarget }) => setNext(currentTarget.value)}
            error={isAsked && isShort ? t('password.rule', { count: shortest }) : undefined}
          />
          {change.isError ? <Failure error={change.error} while="saving" /> : null}
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('password.title')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
