import { Button, Checkbox } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import type { AgendaItemWire, AgendaWire } from '@tandem/contracts';
import { useAddAction } from '../../../api/meetings.api';
import { usePeople } from '../../../api/people.api';
import { Failure } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import classes from './action-capture.module.css';
import { AskedDay, AskedOwner } from './asked-parts';
import { MentionInput } from './mention-input';
import { readAction, type Part } from './read-action';
import { ReadBack } from './read-back';
import { useTerm } from './use-term';

interface ActionCaptureProps {
  readonly agenda: AgendaWire;
  /** The item an action would settle; null when there is none that waits for one. */
  readonly item: AgendaItemWire | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Records an action in one line: what, `@` who, by when, Enter. What the line does not say is asked for below it. */
export function ActionCapture({ agenda, item, inputRef }: ActionCaptureProps) {
  const t = useText();
  const people = usePeople().data?.people.filter(({ active }) => active) ?? [];
  const term = useTerm(agenda);
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState<{ owner?: string | undefined; day?: string | undefined }>({});
  const [settles, setSettles] = useState(true);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState('');
  const add = useAddAction(agenda.id, (action) => {
    setAdded(action.title);
    begin('');
    inputRef.current?.focus();
  });
  const { title, owner, due } = readAction(line, { people, term });
  const ownerId = valueOf(owner) ?? chosen.owner;
  const dueDate = valueOf(due) ?? chosen.day;
  const isBegun = line.trim() !== '';

  function begin(text: string) {
    setLine(text);
    setTried(false);
    setChosen({});
  }

  return (
    <form
      className={classes.capture}
      aria-label={t('meetings.run.newAction')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!title || !ownerId || !dueDate || add.isPending) return;
        add.mutate({ title, ownerId, dueDate, agendaItemId: settles ? (item?.id ?? null) : null });
      }}
    >
      <div className={classes.line}>
        <MentionInput
          className={classes.input}
          size="md"
          label={t('meetings.run.newAction')}
          placeholder={t('meetings.run.example')}
          maxLength={560}
          leftSection={<IconPlus size={18} aria-hidden />}
          inputRef={inputRef}
          people={people}
          value={line}
          error={tried && isBegun && !title ? t('meetings.run.askWhat') : undefined}
          onText={(text) => {
            setLine(text);
            setAdded('');
            if (text.trim() === '') begin('');
            if (add.isError) add.reset();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <Button type="submit" size="md" loading={add.isPending} disabled={!isBegun}>
          {t('meetings.run.record')}
        </Button>
      </div>
      {isBegun ? (
        <div className={classes.below}>
          <ReadBack title={title} ownerId={ownerId} dueDate={dueDate} people={people} />
          {valueOf(owner) === undefined ? (
            <AskedOwner
              part={owner}
              people={people}
              value={chosen.owner ?? null}
              missed={tried && !ownerId}
              onChoice={(id) => setChosen({ ...chosen, owner: id ?? undefined })}
            />
          ) : null}
          {valueOf(due) === undefined ? (
            <AskedDay
              part={due}
              term={term}
              value={chosen.day ?? ''}
              missed={tried && !dueDate}
              onChoice={(day) => setChosen({ ...chosen, day: day || undefined })}
            />
          ) : null}
          {item ? (
            <Checkbox
              checked={settles}
              label={t('meetings.run.settlesItem')}
              onChange={(event) => setSettles(event.currentTarget.checked)}
            />
          ) : null}
        </div>
      ) : null}
      {add.isError ? <Failure error={add.error} while="saving" /> : null}
      <div role="status" className={classes.added}>
        {added ? (
          <>
            <IconCheck size={16} aria-hidden /> {t('meetings.run.added', { title: added })}
          </>
        ) : null}
      </div>
    </form>
  );
}

const valueOf = (part: Part): string | undefined => (part.is === 'known' ? part.value : undefined);
