import { Text } from '@mantine/core';
import { useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useAccepted, useGiveBack } from '../api/hand-offs.api';
import { LoadingLines } from '../components/states';
import { useName } from '../i18n/use-locale';
import { useText } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';
import { ReasonFields, reasonOf, type Given } from './reason-fields';

interface GiveBackDialogProps {
  readonly subject: Pick<Subject, 'id' | 'name'>;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

export function GiveBackDialog({ subject, onClose, onDone }: GiveBackDialogProps) {
  const t = useText();
  const nameOf = useName();
  const { data: funnel } = useFunnel();
  const [given, setGiven] = useState<Given>({ reason: null, note: '' });
  const [asked, setAsked] = useState(false);
  const giveBack = useGiveBack(() => onDone(t('opportunity.giveBack.done', { name: subject.name })));
  const accepted = useAccepted(subject.id);
  const last = funnel?.stages.findLast((stage) => stage.ownerSide === 'marketing');
  return (
    <DeedFrame
      title={t('opportunity.giveBack.title', { name: subject.name })}
      lead={last ? t('opportunity.giveBack.lead', { stage: nameOf(last.name) }) : undefined}
      submit={t('opportunity.giveBack.submit')}
      seen={null}
      version={accepted.data?.version ?? 0}
      pending={giveBack.isPending}
      error={giveBack.error ?? accepted.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        const body = reasonOf(given);
        if (body && accepted.data) giveBack.mutate({ id: accepted.data.id, version, ...body });
      }}
    >
      {accepted.data === null ? <Text size="sm">{t('opportunity.giveBack.never')}</Text> : null}
      {accepted.isPending ? <LoadingLines lines={2} /> : null}
      {accepted.data ? (
        <ReasonFields
          label={t('opportunity.giveBack.reason')}
          noteLabel={t('common.notes')}
          given={given}
          onGiven={setGiven}
          missing={asked && given.reason === null}
        />
      ) : null}
    </DeedFrame>
  );
}
