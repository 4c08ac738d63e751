import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FigureWire } from '@tandem/contracts';
import { useSetTarget, type JointTarget } from '../../api/figures.api';
import { isProblem } from '../../api/problem-error';
import { useFigureName, usePeriodName } from '../../components/figures/use-shown';
import { Failure } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { readTarget, typedTarget } from './read-target';

interface TargetButtonProps {
  readonly figure: FigureWire;
  readonly period: string;
  readonly currency: string;
  /** The target in force; absent when none was set for this period. */
  readonly target: JointTarget | undefined;
}

/** Lets the revenue officer set the target of a figure; both heads then sign the new one. */
export function TargetButton(props: TargetButtonProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const name = useFigureName()(props.figure.key);
  const period = usePeriodName()(props.period);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        data-screen-only
        aria-label={t('scoreboard.setTargetOf', { name })}
        onClick={() => setOpened(true)}
      >
        {t('scoreboard.setTarget')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${t('scoreboard.setTargetOf', { name })} · ${period}`}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        centered
      >
        <TargetForm {...props} onClose={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function TargetForm({
  figure,
  period,
  currency,
  target,
  onClose,
}: TargetButtonProps & { readonly onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState(target ? typedTarget(target.value) : '');
  const [tried, setTried] = useState(false);
  const save = useSetTarget(() => {
    notifications.show({ message: t('scoreboard.saved') });
    onClose();
  });
  const value = readTarget(typed, figure.unit, currency);
  const hints = {
    ratio: t('scoreboard.valueRatio'),
    count: t('scoreboard.valueCount'),
    money: t('scoreboard.valueMoney', { currency }),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (value) save.mutate({ figureKey: figure.key, period, value, version: target?.version });
      }}
    >
      <TextInput
        data-autofocus
        label={t('scoreboard.value')}
        description={hints[figure.unit]}
        value={typed}
        inputMode={figure.unit === 'count' ? 'numeric' : 'decimal'}
        rightSection={figure.unit === 'ratio' ? '%' : undefined}
        error={tried && !value ? t('scoreboard.valueWrong', { unit: t(`scoreboard.unit.${figure.unit}`) }) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" my="sm">
        {t('scoreboard.setTargetText')}
      </Text>
      {save.isError ? <Failure error={save.error} while="saving" /> : null}
      {isProblem(save.error, 412) ? (
        <Text size="sm" mt="xs">
          {t('scoreboard.stale')}
        </Text>
      ) : null}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('scoreboard.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('scoreboard.save')}
        </Button>
      </Group>
    </form>
  );
}
