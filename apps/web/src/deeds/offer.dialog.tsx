import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useFunnel } from '../api/funnel.api';
import { useOffer } from '../api/hand-offs.api';
import { usePeople } from '../api/people.api';
import { PersonSelect } from '../components/person-select';
import { useName } from '../i18n/use-locale';
import { useText, type Text } from '../i18n/use-text';
import type { Subject } from './deed';
import { DeedFrame } from './deed-frame';

interface OfferDialogProps {
  readonly subject: Subject;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

/** Marketing never moves an opportunity to sales alone: it offers, and a sales team answers. */
export function OfferDialog({ subject, onClose, onDone }: OfferDialogProps) {
  const t = useText();
  const nameOf = useName();
  const { data: funnel } = useFunnel();
  const { data: people } = usePeople();
  const teams = (people?.teams ?? []).filter(({ side }) => side === 'sales');
  const [chosen, setChosen] = useState<string | null>(null);
  const [toPersonId, setToPersonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const toTeamId = chosen ?? (teams.length === 1 ? teams[0]!.id : null);
  const team = teams.find(({ id }) => id === toTeamId);
  const offer = useOffer(() =>
    onDone(t('opportunity.offer.done', { name: subject.name, team: team ? nameOf(team.name) : '' })),
  );
  const first = funnel?.stages.find((stage) => stage.ownerSide === 'sales' && stage.class === 'open');
  return (
    <DeedFrame
      title={t('opportunity.offer.title', { name: subject.name })}
      lead={
        funnel && first
          ? t('opportunity.offer.lead', { time: spanOf(funnel.contract.responseMinutes, t), stage: nameOf(first.name) })
          : undefined
      }
      submit={t('opportunity.offer.submit')}
      wishes={[{ field: 'stage', value: t('opportunity.deeds.offer') }]}
      seen={subject}
      version={subject.version}
      pending={offer.isPending}
      error={offer.error}
      onClose={onClose}
      onSubmit={(version) => {
        setAsked(true);
        if (!toTeamId) return;
        offer.mutate({
          id: subject.id,
          version,
          toTeamId,
          ...(toPersonId ? { toPersonId } : {}),
          ...(note.trim() ? { note } : {}),
        });
      }}
    >
      <Select
        label={t('opportunity.offer.team')}
        data-autofocus
        data={teams.map((one) => ({ value: one.id, label: nameOf(one.name) }))}
        value={toTeamId}
        onChange={(team) => {
          setChosen(team);
          setToPersonId(null);
        }}
        error={asked && !toTeamId ? t('common.required') : undefined}
      />
      {toTeamId ? (
        <PersonSelect
          label={`${t('opportunity.offer.person')} (${t('common.optional')})`}
          clearable
          teamId={toTeamId}
          value={toPersonId}
          onPerson={setToPersonId}
        />
      ) : null}
      <Textarea
        label={`${t('opportunity.offer.note')} (${t('common.optional')})`}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </DeedFrame>
  );
}

const spanOf = (minutes: number, t: Text): string =>
  minutes % 60 === 0
    ? t('opportunity.offer.hours', { count: minutes / 60 })
    : t('opportunity.offer.minutes', { count: minutes });
