import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconMail, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { PersonAccountWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { SureButton } from '../../../components/sure-button';
import { useText } from '../../../i18n/use-text';
import classes from './people.module.css';

interface GraveDeedsProps {
  readonly account: PersonAccountWire;
  readonly isChanged: boolean;
  readonly isInviting: boolean;
  readonly isSwitching: boolean;
  readonly onInvite: () => void;
  readonly onSwitch: () => void;
}

/** A new link to come in by, and the end of an account, which asks before it signs somebody out everywhere. */
export function GraveDeeds(props: GraveDeedsProps) {
  const { account, isChanged, isInviting, isSwitching, onInvite, onSwitch } = props;
  const t = useText();
  const looks = { variant: 'default', size: 'xs', className: classes.deed, disabled: isChanged } as const;
  return (
    <Stack gap="sm" className={classes.grave}>
      {account.email === null || !account.active ? null : (
        <Group gap="sm" wrap="nowrap" justify="space-between">
          <Text size="xs" c="dimmed">
            {t('administration:people.newInvitationNote')}
          </Text>
          <Button {...looks} leftSection={<IconMail size={15} aria-hidden />} loading={isInviting} onClick={onInvite}>
            {t('administration:people.newInvitation')}
          </Button>
        </Group>
      )}
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text size="xs" c="dimmed">
          {account.active ? t('administration:people.switchOffNote') : null}{' '}
          <Anchor component={Link} to={`/opportunities?owner=${account.id}`} size="xs">
            {t('administration:people.theirs')}
          </Anchor>
        </Text>
        {account.active ? (
          <SureButton
            {...looks}
            leftSection={<IconUserOff size={15} aria-hidden />}
            loading={isSwitching}
            words={t('administration:people.switchOff')}
            question={t('administration:people.reallySwitchOff')}
            onSure={onSwitch}
          />
        ) : (
          <Button
            {...looks}
            leftSection={<IconUserCheck size={15} aria-hidden />}
            loading={isSwitching}
            onClick={onSwitch}
          >
            {t('administration:people.switchOn')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
