import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text';
import classes from './funnel.module.css';

const modes = ['ordered', 'strict', 'any'] as const;
type Mode = (typeof modes)[number];

/** How a skipped stage counts, with each way explained where it is chosen. */
export function ModeMenu({ mode, onPick }: { readonly mode: Mode; readonly onPick: (mode: Mode) => void }) {
  const t = useText();
  return (
    <Menu width={320} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
          {t('funnel.modeLabel', { mode: t(`funnel.modeName.${mode}`) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {modes.map((choice) => (
          <Menu.Item
            key={choice}
            role="menuitemradio"
            aria-checked={choice === mode}
            rightSection={choice === mode ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => onPick(choice)}
          >
            <Text size="sm" fw={600}>
              {t(`funnel.modeName.${choice}`)}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`funnel.modeExplained.${choice}`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
