import type { HandOffWire } from '@tandem/contracts';
import { useState } from 'react';
import { useReject } from '../api/hand-offs.api';
import { useText } from '../i18n/use-text';
import { DeedFrame } from './deed-frame';
import { ReasonFields, reasonOf, type Given } from './reason-fields';

interface RejectDialogProps {
  readonly handOff: HandOffWire;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

export function RejectDialog({ handOff, onClose, onDone }: RejectDialogProps) {
  const t = useText();
  const [given, setGiven] = useState<Given>({ reason: null, note: '' });
  const [asked, setAsked] = useState(false);
  const reject = useReject(() => onDone(t('handOffs.rejected', { name: handOff.opportunityName })));
  return (
    <DeedFrame
      title={t('handOffs.rejectTitle', { name: handOff.opportunityName })}
      lead={t('handOffs.rejectLead')}
      submit={t('handOffs.submitReject')}
      colour="red.9"
      seen={null}
      version={handOff.version}
      pending={reject.isPending}
      error={reject.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        const body = reasonOf(given);
        if (body) reject.mutate({ id: handOff.id, version, ...body });
      }}
    >
      <ReasonFields
        label={t('handOffs.reasonLabel')}
        noteLabel={t('handOffs.note')}
        given={given}
        onGiven={setGiven}
        missing={asked && given.reason === null}
      />
    </DeedFrame>
  );
}
