import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import type { AgendaWire } from '@tandem/contracts';
import { useMe } from '../../api/session.api';
import { useText } from '../../i18n/use-text';
import { ActionLine } from './action-line';
import classes from './agenda.module.css';
import { ActionDialog } from './dialogs';

/** The actions of everybody else: a meeting keeps its word in front of all. */
export function ActionPanel({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const { id } = useMe().person;
  const [adding, setAdding] = useState(false);
  const others = agenda.actions.filter(({ owner }) => owner.id !== id);
  return (
    <section className={classes.panel} aria-label={t('meetings.othersActions')}>
      <h2>{t('meetings.othersActions')}</h2>
      {others.length === 0 ? (
        <p className={classes.soft}>{t('meetings.actionsNone')}</p>
      ) : (
        <ul>
          {others.map((action) => (
            <ActionLine key={action.id} action={action} agendaId={agenda.id} />
          ))}
        </ul>
      )}
      {agenda.mayRun && agenda.state === 'composed' ? (
        <Button
          size="xs"
          variant="light"
          mt="sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('meetings.act')}
        </Button>
      ) : null}
      <Suspense fallback={null}>
        {adding ? <ActionDialog agenda={agenda} onClose={() => setAdding(false)} /> : null}
      </Suspense>
    </section>
  );
}
