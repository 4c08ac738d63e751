import { Alert, Button, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DemoProgress as Wire } from '@tandem/contracts';
import { useEffect, useState } from 'react';
import { useDemoAgain } from '../../api/setup.api';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { StepHead } from './steps/step-head';
import classes from './welcome.module.css';

/** A worker that lives begins within seconds. */
const lateMs = 15_000;

/** The demo company on its way, part by part, until one can walk in. */
export function DemoProgress({ progress, onEnter }: { readonly progress: Wire; readonly onEnter: () => void }) {
  const t = useText();
  const again = useDemoAgain();
  const isLate = useLate(progress.state === 'waiting');
  if (progress.state === 'done') return <DemoIsHere progress={progress} onEnter={onEnter} />;
  const part = Math.min(progress.partsDone + 1, progress.parts) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  return (
    <Paper withBorder p="lg" radius="lg">
      <Stack gap="md">
        <StepHead title={t('welcome:demo.title')} lead={t('welcome:demo.lead')} />
        {progress.state === 'failed' ? (
          <Alert
            role="alert"
            color="red"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('welcome:demo.failed')}
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{progress.problem}</Text>
              <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
                {t('welcome:demo.again')}
              </Button>
            </Stack>
          </Alert>
        ) : (
          <>
            <progress
              className={classes.progress}
              value={progress.partsDone}
              max={progress.parts}
              aria-label={t('welcome:demo.title')}
            />
            <Text role="status">
              {progress.state === 'waiting'
                ? t(isLate ? 'welcome:demo.late' : 'welcome:demo.waiting')
                : t(`welcome:demo.parts.p${part}`)}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Whether something has been waited for so long that somebody should look. */
function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isLate;
}

function DemoIsHere({ progress, onEnter }: { readonly progress: Wire; readonly onEnter: () => void }) {
  const t = useText();
  const nameOf = useName();
  const [first] = progress.signIns;
  return (
    <Paper withBorder p="lg" radius="lg">
      <Stack gap="md">
        <StepHead
          title={t('welcome:demo.ready')}
          lead={t('welcome:demo.readyLead', { password: first?.password ?? '' })}
        />
        <ul className={classes.people}>
          {progress.signIns.map(({ name, email, role }) => (
            <li key={email}>
              <span>
                {nameOf(name)}
                <span className={classes.role}>{t(`words:role.${role}`)}</span>
              </span>
              <span>{email}</span>
            </li>
          ))}
        </ul>
        <Button onClick={onEnter}>{t('welcome:demo.enter')}</Button>
      </Stack>
    </Paper>
  );
}
