import { Button, Group, Progress, Text } from '@mantine/core';
import type { VerificationRunWire } from '@tandem/contracts';
import { useStopVerification } from '../../api/health.api';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './health.module.css';

/** A verification that waits or is at work, and the way to end it. */
export function UnderWay({ run }: { readonly run: VerificationRunWire }) {
  const t = useText();
  const { count } = useFormat();
  const stop = useStopVerification();
  const { done = 0, total = 0 } = run.progress ?? {};
  const isCounted = total > 0;
  const word = run.state === 'waiting' ? t('administration:health.waiting') : t('administration:health.running');
  return (
    <section className={classes.panel} aria-label={word}>
      <Group justify="space-between" gap="xs" mb={8}>
        <Text size="sm" role="status">
          {word}
          {isCounted ? ` · ${t('administration:health.progress', { done: count(done), total: count(total) })}` : ''}
        </Text>
        <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {t('administration:health.stop')}
        </Button>
      </Group>
      <Progress
        value={isCounted ? (done / total) * 100 : 100}
        striped={!isCounted}
        animated={!isCounted}
        aria-label={word}
      />
      {stop.isError ? <Failure error={stop.error} while="saving" /> : null}
    </section>
  );
}
