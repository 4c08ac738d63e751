import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ViewFilter } from '@tandem/contracts';
import { useText } from '../i18n/use-text';
import type { PageViews } from './use-page-views';
import classes from './view-menu.module.css';

/** Says when a view names what is there no more, or is itself no longer there, and what can be done about it. */
export function ViewNote({ views: { chosen, isChanged, isLost, filter, choose } }: { readonly views: PageViews }) {
  const t = useText();
  const gone = isChanged ? [] : (chosen?.gone ?? []);
  if (!isLost && gone.length === 0) return null;
  return (
    <Alert
      role="status"
      color="yellow"
      variant="light"
      className={classes.alert}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {isLost ? t('views.lost') : gone.map((part) => t(`views.gone.${part}`, { name: chosen?.name })).join(' ')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => choose(isLost ? null : left())}>
          {isLost ? t('views.showAll') : t('views.without')}
        </Button>
      </Group>
    </Alert>
  );

  /** The same view without what is gone; whoever keeps it can then save it so. */
  function left() {
    const kept = Object.entries(filter).filter(([part]) => !(gone as readonly string[]).includes(part));
    return chosen && { id: chosen.id, filter: Object.fromEntries(kept) as ViewFilter };
  }
}
