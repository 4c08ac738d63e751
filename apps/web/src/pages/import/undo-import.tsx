import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ImportRunWire } from '@tandem/contracts';
import { useState } from 'react';
import { useTurnImport } from '../../api/imports.api';
import { Failure } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './import.module.css';
import { Turn } from './turn';
import { KeptOpportunities, UndoQuestion } from './undo-question';

interface UndoProps {
  readonly id: string;
  readonly undo: NonNullable<ImportRunWire['undo']>;
  /** Why taking it back has stopped. */
  readonly problem: string | null;
}

/** Taking an import back: that it may be, what it would do, how far it is, and what became of it. */
export function UndoImport({ id, undo, problem }: UndoProps) {
  const t = useText();
  return (
    <section className={classes.undo} aria-label={t('import:undo.title')} data-undo={undo.state}>
      {undo.state === 'possible' ? <Possible id={id} until={undo.until} /> : null}
      {undo.state === 'waiting' || undo.state === 'running' || undo.state === 'paused' ? (
        <UnderWay id={id} undo={undo} />
      ) : null}
      {undo.state === 'done' ? <Done id={id} undo={undo} /> : null}
      {undo.state === 'failed' ? <Failed id={id} problem={problem} /> : null}
    </section>
  );
}

function Possible({ id, until }: { readonly id: string; readonly until: string }) {
  const t = useText();
  const { instant } = useFormat();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <h3>{t('import:undo.title')}</h3>
      <Text size="sm" c="dimmed" mb="xs">
        {t('import:undo.text', { until: instant(until) })}
      </Text>
      {isAsked ? (
        <UndoQuestion id={id} onLeave={() => setAsked(false)} />
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('import:undo.ask')}
        </Button>
      )}
    </>
  );
}

function UnderWay({ id, undo: { state, total, done, kept } }: Pick<UndoProps, 'id' | 'undo'>) {
  const t = useText();
  const { count } = useFormat();
  const settled = done + kept;
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {t(`import:undo.${state === 'running' || state === 'paused' ? state : 'waiting'}`)} ·{' '}
        {t('import:undo.progress', { done: count(settled), total: count(total) })}
      </Text>
      <Progress value={total === 0 ? 0 : (settled / total) * 100} aria-label={t('import:undo.title')} />
      <Turn id={id} isPaused={state === 'paused'} paused={t('import:undo.paused')} />
    </div>
  );
}

function Done({ id, undo: { done, kept } }: Pick<UndoProps, 'id' | 'undo'>) {
  const t = useText();
  const { count } = useFormat();
  return (
    <Alert
      role="status"
      color="blue"
      variant="light"
      icon={<IconArrowBackUp aria-hidden />}
      title={t('import:undo.done', { count: done, shown: count(done) })}
    >
      {kept > 0 ? <KeptOpportunities id={id} /> : null}
    </Alert>
  );
}

function Failed({ id, problem }: Pick<UndoProps, 'id' | 'problem'>) {
  const t = useText();
  const turn = useTurnImport(id);
  return (
    <Alert color="red" variant="light" title={t('import:undo.failed')}>
      {problem}
      <Group mt="xs">
        <Button size="xs" variant="default" loading={turn.isPending} onClick={() => turn.mutate('undo')}>
          {t('import:undo.again')}
        </Button>
      </Group>
      {turn.isError ? <Failure error={turn.error} while="saving" /> : null}
    </Alert>
  );
}
