import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useLose } from '../api/opportunities.api';
import { useFormat } from '../formats/use-format';
import { useText, useWordOr } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import type { Done } from './done';
import { reopenAsBefore, type Before } from './reopen-as-before';

interface LoseDialogProps {
  readonly subject: Subject;
  readonly onClose: () => void;
  readonly onDone: Done;
}

export function LoseDialog({ subject, onClose, onDone }: LoseDialogProps) {
  const t = useText();
  const word = useWordOr();
  const format = useFormat();
  const { data: funnel } = useFunnel();
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [closeDate, setCloseDate] = useState(format.today);
  const [asked, setAsked] = useState(false);
  const before = useRef<Before>(subject);
  const lose = useLose(({ id, version }) =>
    onDone(t('opportunity.lose.done', { name: subject.name }), {
      undone: t('opportunity.reopen.done', { name: subject.name }),
      undo: (key) => reopenAsBefore({ id, version }, before.current, t('opportunity.undo.note'), key),
    }),
  );
  return (
    <DeedFrame
      title={t('opportunity.lose.title', { name: subject.name })}
      submit={t('opportunity.lose.submit')}
      colour="red.9"
      wishes={[
        { field: 'outcome', value: t('words:outcome.lost') },
        { field: 'closeDate', value: closeDate ? format.day(closeDate) : '' },
      ]}
      seen={subject}
      version={subject.version}
      pending={lose.isPending}
      error={lose.error}
      onClose={onClose}
      onSubmit={(version, base) => {
        setAsked(true);
        before.current = { ...subject, ...base };
        if (reason && closeDate)
          lose.mutate({ id: subject.id, version, reason, closeDate, ...(note.trim() ? { note } : {}) });
      }}
    >
      <Select
        label={t('opportunity.lose.reason')}
        data-autofocus
        data={(funnel?.lossReasons ?? []).map((code) => ({ value: code, label: word('opportunity.lossReason', code) }))}
        value={reason}
        onChange={setReason}
        error={asked && !reason ? t('common.required') : undefined}
      />
      <TextInput
        type="date"
        label={t('opportunity.lose.closeDate')}
        max={format.today}
        value={closeDate}
        onChange={(event) => setCloseDate(event.currentTarget.value)}
      />
      <Textarea
        label={`${t('common.notes')} (${t('common.optional')})`}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DeedFrame>
  );
}
