import { IconArrowBackUp, IconArrowsExchange, IconCheck, IconClockX, IconX } from '@tabler/icons-react';
import type { HandOffWire } from '@tandem/contracts';
import { usePeople } from '../../api/people.api';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { EntryLine } from './entry-line';

interface HandOffEntryProps {
  readonly handOff: HandOffWire;
  readonly answered: boolean;
}

const icons = {
  offered: IconArrowsExchange,
  accepted: IconCheck,
  rejected: IconX,
  returned: IconArrowBackUp,
  expired: IconClockX,
} as const;

/** An offer, or the answer to it: two moments of the story. */
export function HandOffEntry({ handOff, answered }: HandOffEntryProps) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const format = useFormat();
  const { data: people } = usePeople();
  const team = people?.teams.find(({ id }) => id === handOff.toTeamId);
  const facts = { team: team ? nameOf(team.name) : '–' };
  const state = answered ? handOff.state : 'offered';
  const Icon = icons[state];
  const at = answered ? (handOff.answeredAt ?? handOff.dueAt) : handOff.offeredAt;
  const who = answered ? handOff.answeredBy : handOff.offeredBy;
  const reason =
    handOff.reason && answered
      ? [t('opportunity.history.reason', { reason: word('handOffs.reason', handOff.reason) })]
      : [];
  const due = answered ? [] : [t('opportunity.history.answerBy', { when: format.instant(handOff.dueAt) })];
  return (
    <EntryLine
      icon={<Icon size={13} aria-hidden />}
      tone={toneOf()}
      title={t(`opportunity.history.${state}`, facts)}
      when={format.instant(at)}
      whenTitle={format.distance(at)}
      who={who ? nameOf(who.name) : undefined}
      details={[...due, ...reason]}
      note={answered === (handOff.state !== 'offered' && handOff.state !== 'accepted') ? handOff.note : null}
    />
  );

  function toneOf() {
    if (state === 'accepted') return 'good';
    return state === 'offered' ? 'seam' : 'bad';
  }
}
