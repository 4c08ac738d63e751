import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCancel } from '../api/opportunities.api';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';

interface CancelDialogProps {
  readonly subject: Subject;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

export function CancelDialog({ subject, onClose, onDone }: CancelDialogProps) {
  const t = useText();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const cancel = useCancel(() => onDone(t('opportunity.cancel.done', { name: subject.name })));
  return (
    <DeedFrame
      title={t('opportunity.cancel.title', { name: subject.name })}
      lead={t('opportunity.cancel.lead')}
      submit={t('opportunity.cancel.submit')}
      colour="red.9"
      back={t('opportunity.cancel.back')}
      wish={t('words:outcome.cancelled')}
      opportunityId={subject.id}
      version={subject.version}
      pending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
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
