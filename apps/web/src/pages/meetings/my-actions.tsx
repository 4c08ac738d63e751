import { IconCircleCheck } from '@tabler/icons-react';
import type { AgendaWire } from '@tandem/contracts';
import { useMe } from '../../api/session.api';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { ActionLine } from './action-line';
import classes from './agenda.module.css';

/** What the reader owes the others, before anything else. */
export function MyActions({ agenda }: { readonly agenda: AgendaWire }) {
  const t = useText();
  const { count } = useFormat();
  const { id } = useMe().person;
  const mine = agenda.actions.filter(({ owner }) => owner.id === id);
  const owed = mine.filter(({ state }) => state === 'open').length;
  return (
    <section className={classes.mine} aria-label={t('meetings.mine')} data-owing={owed > 0 || undefined}>
      <h2>
        {owed === 0 ? <IconCircleCheck size={18} aria-hidden /> : null}
        {owed > 0
          ? t('meetings.youOwe', { count: owed, shown: count(owed) })
          : t(mine.length > 0 ? 'meetings.youOweNothingMore' : 'meetings.youOweNothing')}
      </h2>
      {mine.length === 0 ? null : (
        <ul>
          {mine.map((action) => (
            <ActionLine key={action.id} action={action} agendaId={agenda.id} />
          ))}
        </ul>
      )}
    </section>
  );
}
