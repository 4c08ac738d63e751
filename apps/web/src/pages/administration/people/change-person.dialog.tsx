import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { PersonAccountWire, PersonChange } from '@tandem/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChangePerson, useGivePassword } from '../../../api/accounts.api';
import { useMe } from '../../../api/session.api';
import { say } from '../../../deeds/say';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';
import classes from './people.module.css';
import { passwordTold } from './password-told';
import { FormDialog } from '../form-dialog';
import { PersonFields, type PersonDraft } from './person-fields';

interface ChangeProps {
  readonly account: PersonAccountWire;
  readonly onClose: () => void;
  readonly onPassword: (told: ToldOnce) => void;
}

/** Another role, team, name or language; a new first password; or the end of an account. */
export function ChangePersonDialog({ account, onClose, onPassword }: ChangeProps) {
  const t = useText();
  const nameOf = useName();
  const isOwn = useMe().person.id === account.id;
  const name = nameOf(account.name);
  const [draft, setDraft] = useState(() => draftOf(account));
  const [isAsked, setAsked] = useState(false);
  const { id, version } = account;
  const change = useChangePerson(() => {
    say(t('administration:people.changed', { name }));
    onClose();
  });
  const give = useGivePassword(({ password }) => {
    onClose();
    onPassword(passwordTold(t, { name, email: account.email ?? '', password }));
  });
  function submit() {
    setAsked(true);
    if (draft.name.trim() !== '') change.mutate({ id, version, change: changesIn(account, draft) });
  }
  return (
    <FormDialog
      title={t('administration:people.editTitle', { name })}
      submit={t('common.save')}
      pending={change.isPending}
      error={change.error ?? give.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        onDraft={(changes) => setDraft({ ...draft, ...changes })}
        isNameMissing={isAsked && draft.name.trim() === ''}
        isOwn={isOwn}
      />
      {isOwn ? null : (
        <Stack gap="sm" className={classes.grave}>
          {account.email === null ? null : (
            <Group gap="sm" wrap="nowrap" justify="space-between">
              <Text size="xs" c="dimmed">
                {t('administration:people.newPasswordNote')}
              </Text>
              <Button
                variant="default"
                size="xs"
                className={classes.deed}
                leftSection={<IconKey size={15} aria-hidden />}
                loading={give.isPending}
                onClick={() => give.mutate({ id, version })}
              >
                {t('administration:people.newPassword')}
              </Button>
            </Group>
          )}
          <Group gap="sm" wrap="nowrap" justify="space-between">
            <Text size="xs" c="dimmed">
              {account.active ? t('administration:people.switchOffNote') : null}{' '}
              <Anchor component={Link} to={`/opportunities?owner=${id}`} size="xs">
                {t('administration:people.theirs')}
              </Anchor>
            </Text>
            <Button
              variant="default"
              size="xs"
              className={classes.deed}
              leftSection={
                account.active ? <IconUserOff size={15} aria-hidden /> : <IconUserCheck size={15} aria-hidden />
              }
              onClick={() => change.mutate({ id, version, change: { active: !account.active } })}
            >
              {t(account.active ? 'administration:people.switchOff' : 'administration:people.switchOn')}
            </Button>
          </Group>
        </Stack>
      )}
    </FormDialog>
  );
}

const draftOf = ({ name, role, side, teamId, locale }: PersonAccountWire): PersonDraft => ({
  name: name.en,
  nameZh: name.zhTW ?? '',
  role,
  side,
  teamId,
  locale,
});

/** Only what was touched is sent, so that nothing else is said anew. */
function changesIn(account: PersonAccountWire, draft: PersonDraft): PersonChange {
  const before = draftOf(account);
  const { nameZh, ...rest } = draft;
  const touched = Object.entries({ ...rest, name: draft.name.trim() }).filter(
    ([field, value]) => value !== before[field as keyof PersonDraft],
  );
  const zh = nameZh.trim();
  return { ...Object.fromEntries(touched), ...(zh === before.nameZh ? {} : { nameZh: zh === '' ? null : zh }) };
}
