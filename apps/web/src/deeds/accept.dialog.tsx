import type { HandOffWire } from '@tandem/contracts';
import { useState } from 'react';
import { useAccept } from '../api/hand-offs.api';
import { PersonSelect } from '../components/person-select';
import { useText } from '../i18n/use-text';
import { DeedFrame } from './deed-frame';

interface AcceptDialogProps {
  readonly handOff: HandOffWire;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

/** Whoever is not of the receiving team says who of it takes the opportunity. */
export function AcceptDialog({ handOff, onClose, onDone }: AcceptDialogProps) {
  const t = useText();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const accept = useAccept(() => onDone(t('handOffs.accepted', { name: handOff.opportunityName })));
  return (
    <DeedFrame
      title={t('handOffs.acceptTitle', { name: handOff.opportunityName })}
      submit={t('handOffs.accept')}
      seen={null}
      version={handOff.version}
      pending={accept.isPending}
      error={accept.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        if (ownerId) accept.mutate({ id: handOff.id, version, ownerId });
      }}
    >
      <PersonSelect
        label={t('handOffs.acceptFor')}
        data-autofocus
        teamId={handOff.toTeamId}
        value={ownerId}
        onPerson={setOwnerId}
        error={asked && !ownerId ? t('common.required') : undefined}
      />
    </DeedFrame>
  );
}
