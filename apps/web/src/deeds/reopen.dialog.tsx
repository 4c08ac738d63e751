import { Select, Textarea } from '@mantine/core';
import type { OpportunityWire } from '@tandem/contracts';
import { useRef, useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useOpportunity, useReopen } from '../api/opportunities.api';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import { closeAsBefore } from './close-as-before';
import type { Done } from './done';
import { whatItTakes } from './what-it-takes';

interface ReopenDialogProps {
  readonly subject: Subject;
  readonly toStageId?: string | undefined;
  readonly onClose: () => void;
  readonly onDone: Done;
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
  // How it ended, as it was before it was opened again.
  const { data: ended } = useOpportunity(subject.id);
  const closed = useRef(ended);
  const reopen = useReopen((answer) => onDone(t('opportunity.reopen.done', { name: subject.name }), backFrom(answer)));
  return (
    <DeedFrame
      title={t('opportunity.reopen.title', { name: subject.name })}
      lead={subject.outcome === 'won' ? t('opportunity.reopen.leadWon') : undefined}
      submit={t('opportunity.reopen.submit')}
      wishes={[
        { field: 'outcome', value: t('words:outcome.open') },
        { field: 'stage', value: stageName(chosen) },
      ]}
      seen={subject}
      version={subject.version}
      pending={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        closed.current = ended;
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

  function stageName(id: string | null): string {
    const stage = stages.find((one) => one.id === id);
    return stage ? nameOf(stage.name) : '';
  }

  /** What was lost or cancelled is so again, for the same reason. A win books money: it is won again by hand, not by the way. */
  function backFrom({ id, version }: OpportunityWire) {
    const before = closed.current;
    if (!before || before.outcome === 'won' || before.outcome === 'open') return undefined;
    const { outcome } = before;
    return {
      undone: t(outcome === 'lost' ? 'opportunity.lose.done' : 'opportunity.cancel.done', { name: subject.name }),
      undo: (key: string) => closeAsBefore({ id, version }, before, t('opportunity.undo.note'), key),
    };
  }
}
