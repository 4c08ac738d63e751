import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useReopen } from '../api/opportunities.api';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import { whatItTakes } from './what-it-takes';

interface ReopenDialogProps {
  readonly subject: Subject;
  readonly toStageId?: string | undefined;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

export function ReopenDialog({ subject, toStageId, onClose, onDone }: ReopenDialogProps) {
  const t = useText();
  const nameOf = useName();
  const { data: funnel } = useFunnel();
  const stages = funnel?.stages ?? [];
  const open = stages.filter((stage) => whatItTakes(subject, stage, stages) === 'reopen');
  const before = open.some(({ id }) => id === subject.stageId) ? subject.stageId : null;
  const [chosen, setChosen] = useState<string | null>(toStageId ?? before);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const reopen = useReopen(() => onDone(t('opportunity.reopen.done', { name: subject.name })));
  return (
    <DeedFrame
      title={t('opportunity.reopen.title', { name: subject.name })}
      lead={subject.outcome === 'won' ? t('opportunity.reopen.leadWon') : undefined}
      submit={t('opportunity.reopen.submit')}
      wish={t('opportunity.deeds.reopen')}
      opportunityId={subject.id}
      version={subject.version}
      pending={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        if (chosen && note.trim()) reopen.mutate({ id: subject.id, version, toStageId: chosen, note });
      }}
    >
      <Select
        label={t('opportunity.reopen.stage')}
        data={open.map((stage) => ({ value: stage.id, label: nameOf(stage.name) }))}
        value={chosen}
        onChange={setChosen}
        error={asked && !chosen ? t('common.required') : undefined}
      />
      <Textarea
        label={t('opportunity.reopen.why')}
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
