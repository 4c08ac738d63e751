import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useCancel } from '../api/opportunities.api';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import type { Done } from './done';
import { reopenAsBefore, type Before } from './reopen-as-before';

interface CancelDialogProps {
  readonly subject: Subject;
  readonly onClose: () => void;
  readonly onDone: Done;
}

export function CancelDialog({ subject, onClose, onDone }: CancelDialogProps) {
  const t = useText();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const before = useRef<Before>(subject);
  const cancel = useCancel(({ id, version }) =>
    onDone(t('opportunity.cancel.done', { name: subject.name }), {
      undone: t('opportunity.reopen.done', { name: subject.name }),
      undo: (key) => reopenAsBefore({ id, version }, before.current, t('opportunity.undo.note'), key),
    }),
  );
  return (
    <DeedFrame
      title={t('opportunity.cancel.title', { name: subject.name })}
      lead={t('opportunity.cancel.lead')}
      submit={t('opportunity.cancel.submit')}
      colour="red.9"
      back={t('opportunity.cancel.back')}
      wishes={[{ field: 'outcome', value: t('words:outcome.cancelled') }]}
      seen={subject}
      version={subject.version}
      pending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSubmit={(version, base) => {
        setAsked(true);
        before.current = { ...subject, ...base };
        if (note.trim()) cancel.mutate({ id: subject.id, version, note });
      }}
    >
      <Textarea
        label={t('opportunity.cancel.why')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={asked && !note.trim() ? t('common.required') : undefined}
      />
    </DeedFrame>
  );
}
