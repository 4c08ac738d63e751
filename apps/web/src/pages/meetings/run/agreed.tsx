import type { ActionWire, AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useText } from '../../../i18n/use-text';
import { ActionLine } from '../action-line';
import { ParkedItems } from './parked-items';
import classes from './run.module.css';

interface AgreedProps {
  readonly agenda: AgendaWire;
  readonly onTakeUp: ((item: AgendaItemWire) => void) | null;
}

/** What this meeting came to so far, and what is still owed from those before. */
export function Agreed({ agenda, onTakeUp }: AgreedProps) {
  const t = useText();
  const here = agenda.actions.filter(({ agendaId }) => agendaId === agenda.id);
  const earlier = agenda.actions.filter(({ agendaId, state }) => agendaId !== agenda.id && state === 'open');
  return (
    <div className={classes.agreed}>
      <div className={classes.today}>
        <Actions agendaId={agenda.id} title={t('meetings.run.agreedHere', { count: here.length })} actions={here} />
        <Decisions items={agenda.items} />
        <ParkedItems items={agenda.items} onTakeUp={onTakeUp} />
      </div>
      {earlier.length > 0 ? (
        <Actions
          agendaId={agenda.id}
          title={t('meetings.run.openBefore', { count: earlier.length })}
          actions={earlier}
        />
      ) : null}
    </div>
  );
}

interface ActionsProps {
  readonly agendaId: string;
  readonly title: string;
  readonly actions: readonly ActionWire[];
}

function Actions({ agendaId, title, actions }: ActionsProps) {
  const t = useText();
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      {actions.length === 0 ? <p>{t('meetings.actionsNone')}</p> : null}
      <ul>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} agendaId={agendaId} />
        ))}
      </ul>
    </section>
  );
}

function Decisions({ items }: Pick<AgendaWire, 'items'>) {
  const t = useText();
  const decided = items.filter(({ decision }) => decision !== null);
  const title = t('meetings.run.decisions', { count: decided.length });
  return (
    <section className={classes.panel} aria-label={title}>
      <h2>{title}</h2>
      {decided.length === 0 ? <p>{t('meetings.run.decisionsNone')}</p> : null}
      <ul>
        {decided.map(({ id, title: about, decision, state }) => (
          <li key={id} className={classes.decided}>
            <strong>{about}</strong>
            <span>
              {state === 'dropped' ? `${t('meetings.itemState.dropped')}${t('common.colon')}` : null}
              {decision}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
