import { Button, Kbd } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { AgendaItemWire } from '@tandem/contracts';
import { useText } from '../../../i18n/use-text';
import classes from './run.module.css';

export interface PressingDeeds {
  readonly onDo: () => void;
  readonly onDrop: () => void;
  readonly onEscalate: () => void;
}

/** What was put off three times is not put off once more: it asks what becomes of it. */
export function Pressing({ item, deeds }: { readonly item: AgendaItemWire; readonly deeds: PressingDeeds }) {
  const t = useText();
  const question = t('meetings.run.pressing', { count: item.carried });
  return (
    <div className={classes.pressing} role="group" aria-label={question}>
      <p>
        <IconAlertOctagon size={20} aria-hidden /> {question}
      </p>
      <Button onClick={deeds.onDo} rightSection={<Kbd aria-hidden>A</Kbd>}>
        {t('meetings.run.doIt')}
      </Button>
      <Button variant="default" onClick={deeds.onDrop}>
        {t('meetings.run.dropIt')}
      </Button>
      <Button variant="default" onClick={deeds.onEscalate} rightSection={<Kbd aria-hidden>E</Kbd>}>
        {t('meetings.run.escalate')}
      </Button>
    </div>
  );
}
