import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { PersonAccountWire } from '@tandem/contracts';
import { Link } from 'react-router';
import { SureButton } from '../../../components/sure-button';
import { useText } from '../../../i18n/use-text';
import classes from './people.module.css';

interface GraveDeedsProps {
  readonly account: PersonAccountWire;
  readonly isChanged: boolean;
  readonly isGiving: boolean;
  readonly isSwitching: boolean;
  readonly onPassword: () => void;
  readonly onSwitch: () => void;
}

/** A new first password, and the end of an account: both sign somebody out everywhere, and ask before they do. */
export function GraveDeeds(props: GraveDeedsProps) {
  const { account, isChanged, isGiving, isSwitching, onPassword, onSwitch } = props;
  const t = useText();
  const looks = { variant: 'default', size: 'xs', className: classes.deed, disabled: isChanged } as const;
  return (
    <Stack gap="sm" className={classes.grave}>
      {account.email === null ? null : (
        <Group gap="sm" wrap="nowrap" justify="space-between">
          <Text size="xs" c="dimmed">
            {t('administration:people.newPasswordNote')}
          </Text>
          <SureButton
            {...looks}
            leftSection={<IconKey size={15} aria-hidden />}
            loading={isGiving}
            words={t('administration:people.newPassword')}
            question={t('administration:people.reallyNewPassword')}
            onSure={onPassword}
          />
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
