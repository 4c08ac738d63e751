import { Button, Select, TextInput } from '@mantine/core';
import { useFormat } from '../../../formats/use-format';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import classes from './action-capture.module.css';
import type { Callable } from './find-people';
import type { Part } from './read-action';
import type { Term } from './read-day';

interface AskedOwnerProps {
  readonly part: Part;
  readonly people: readonly Callable[];
  readonly value: string | null;
  /** The line was sent without it. */
  readonly missed: boolean;
  readonly onChoice: (id: string | null) => void;
}

/** Whom the line means: one of several, or anybody. */
export function AskedOwner({ part, people, value, missed, onChoice }: AskedOwnerProps) {
  const t = useText();
  const nameOf = useName();
  const meant = part.is === 'several' ? people.filter(({ id }) => part.values.includes(id)) : people;
  return (
    <Select
      size="sm"
      className={classes.asked}
      label={questionOf(part)}
      data={meant.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
      value={value}
      searchable
      error={missed ? t('meetings.needed') : undefined}
      onChange={onChoice}
    />
  );

  function questionOf(asked: Part): string {
    if (asked.is === 'several') return t('meetings.run.whichPerson', { said: asked.said });
    return asked.is === 'unknown' ? t('meetings.run.noSuchPerson', { said: asked.said }) : t('meetings.run.askWho');
  }
}

interface AskedDayProps {
  readonly part: Part;
  readonly term: Term;
  readonly value: string;
  readonly missed: boolean;
  readonly onChoice: (day: string) => void;
}

/** Which day the line means: one of two, or any before the next meeting. */
export function AskedDay({ part, term, value, missed, onChoice }: AskedDayProps) {
  const t = useText();
  const { day, weekday } = useFormat();
  if (part.is === 'several') {
    return (
      <div role="group" aria-label={t('meetings.run.whichDay', { said: part.said })} className={classes.choice}>
        <span>{t('meetings.run.whichDay', { said: part.said })}</span>
        {part.values.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={one === value ? 'filled' : 'default'}
            aria-pressed={one === value}
            onClick={() => onChoice(one)}
          >
            {`${weekday(one)} ${day(one)}`}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <TextInput
      type="date"
      size="sm"
      className={classes.asked}
      label={part.is === 'unknown' ? t('meetings.run.noSuchDay', { said: part.said }) : t('meetings.run.askWhen')}
      min={term.from}
      max={term.until >= term.from ? term.until : undefined}
      value={value}
      error={missed ? t('meetings.needed') : undefined}
      onChange={(event) => onChoice(event.currentTarget.value)}
    />
  );
}
