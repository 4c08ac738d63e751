import { lazy, Suspense, useState } from 'react';
import type { DeskOfferWire, HandOffDeskWire } from '@tandem/contracts';
import type { Ended } from '../../api/hand-off-desk.api';
import { useMe } from '../../api/session.api';
import { AskedDeed } from '../../deeds/asked-deed';
import type { Deed } from '../../deeds/deed';
import { useAnswers } from '../../deeds/use-answers';
import { useFocusBack } from '../my-day/use-focus-back';
import { AnswersPanel } from './answers-panel';
import classes from './desk.module.css';
import { SentBackList } from './sent-back-list';
import { standBeside } from './step-rows';
import { useDeskKeys } from './use-desk-keys';
import { WaitingList } from './waiting-list';

const EndedDrawer = lazy(async () => ({ default: (await import('./ended-drawer')).EndedDrawer }));

interface DeskProps {
  readonly desk: HandOffDeskWire;
  /** Asks for more of what waits; null when all of it is shown, or as much as is shown at most. */
  readonly onMore: (() => void) | null;
}

/** Everything about the seam at once: what waits, what came back, and how offers were answered lately. */
export function Desk({ desk, onMore }: DeskProps) {
  const { person } = useMe();
  const answers = useAnswers();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  const remember = useFocusBack(deed !== null || ended !== null, desk);
  const onKeyDown = useDeskKeys(act);
  const waiting = desk.waiting.items.filter(({ id }) => !answers.taken.includes(id));
  const gone = desk.waiting.items.length - waiting.length;
  const leads = person.side === 'marketing' ? 'sentBack' : 'waiting';
  return (
    // The keys belong to the rows inside, which are links: nothing here is pressed itself.
    <div className={classes.desk} data-leads={leads} onKeyDown={onKeyDown} role="presentation">
      <WaitingList
        desk={desk}
        offers={waiting}
        count={desk.waiting.count - gone}
        onAccept={accept}
        onReject={reject}
        onMore={onMore}
      />
      <SentBackList
        sentBack={desk.sentBack}
        asOf={Date.parse(desk.asOf)}
        onOffer={({ opportunity }) => opportunity && ask({ kind: 'hand_off', subject: opportunity })}
        onLose={({ opportunity }) => opportunity && ask({ kind: 'lose', subject: opportunity })}
      />
      <AnswersPanel
        answers={desk.answers}
        onOpen={(wished) => {
          remember();
          setEnded(wished);
        }}
      />
      <AskedDeed deed={deed} onClose={() => setDeed(null)} />
      {ended ? (
        <Suspense fallback={null}>
          <EndedDrawer ended={ended} onClose={() => setEnded(null)} />
        </Suspense>
      ) : null}
    </div>
  );

  function ask(wished: Deed) {
    remember();
    setDeed(wished);
  }

  /** Whoever is not of the receiving team has to say who takes it, unless it is meant for somebody. */
  function accept(offer: DeskOfferWire) {
    if (person.teamId === offer.toTeamId || offer.toPerson) answers.accept(offer);
    else ask({ kind: 'accept', handOff: offer });
  }

  function reject(offer: DeskOfferWire) {
    ask({ kind: 'reject', handOff: offer });
  }

  function act(letter: string, id: string, row: Element): boolean {
    const offer = waiting.find((one) => one.id === id);
    if (offer?.mayAnswer && letter === 'a') {
      standBeside(row);
      accept(offer);
      return true;
    }
    if (offer?.mayAnswer && letter === 'r') {
      reject(offer);
      return true;
    }
    const back = desk.sentBack.items.find((one) => one.handOff.id === id);
    if (!back?.opportunity || letter !== 'o') return false;
    ask({ kind: 'hand_off', subject: back.opportunity });
    return true;
  }
}
