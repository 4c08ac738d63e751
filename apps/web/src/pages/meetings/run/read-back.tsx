import { IconCalendarDue, IconQuestionMark, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../../formats/use-format';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import classes from './action-capture.module.css';
import type { Callable } from './find-people';

interface ReadBackProps {
  readonly title: string;
  readonly ownerId: string | undefined;
  readonly dueDate: string | undefined;
  readonly people: readonly Callable[];
}

/** How the line was understood, before it is recorded. */
export function ReadBack({ title, ownerId, dueDate, people }: ReadBackProps) {
  const t = useText();
  const nameOf = useName();
  const { day, weekday } = useFormat();
  const owner = people.find(({ id }) => id === ownerId);
  return (
    <p className={classes.read}>
      <span className={classes.title}>{title || t('meetings.run.what')}</span>
      <Chip isKnown={owner !== undefined} icon={<IconUser size={15} aria-hidden />}>
        {owner ? nameOf(owner.name) : t('meetings.run.who')}
      </Chip>
      <Chip isKnown={dueDate !== undefined} icon={<IconCalendarDue size={15} aria-hidden />}>
        {dueDate ? `${weekday(dueDate)} ${day(dueDate)}` : t('meetings.run.when')}
      </Chip>
    </p>
  );
}

function Chip({
  isKnown,
  icon,
  children,
}: {
  readonly isKnown: boolean;
  readonly icon: ReactNode;
  readonly children: string;
}) {
  return (
    <span className={classes.chip} data-open={!isKnown || undefined}>
      {isKnown ? icon : <IconQuestionMark size={15} aria-hidden />} {children}
    </span>
  );
}
