import type { Deed } from './deed';
import type { Done } from './done';
import { AcceptDialog } from './accept.dialog';
import { CancelDialog } from './cancel.dialog';
import { GiveBackDialog } from './give-back.dialog';
import { LoseDialog } from './lose.dialog';
import { OfferDialog } from './offer.dialog';
import { RejectDialog } from './reject.dialog';
import { ReopenDialog } from './reopen.dialog';
import { say } from './say';
import { useUndoable } from './use-undoable';
import { WinDialog } from './win.dialog';

interface DeedDialogProps {
  readonly deed: Deed | null;
  readonly onClose: () => void;
}

/** The dialog of whatever deed is being asked for; closes itself once it is done. */
export function DeedDialog({ deed, onClose }: DeedDialogProps) {
  const sayUndoable = useUndoable();
  if (deed === null) return null;
  const onDone: Done = (sentence, back) => {
    if (back) sayUndoable({ sentence, ...back });
    else say(sentence);
    onClose();
  };
  const ends = { onClose, onDone };
  switch (deed.kind) {
    case 'win':
      return <WinDialog subject={deed.subject} toStageId={deed.toStageId} {...ends} />;
    case 'lose':
      return <LoseDialog subject={deed.subject} {...ends} />;
    case 'reopen':
      return <ReopenDialog subject={deed.subject} toStageId={deed.toStageId} {...ends} />;
    case 'cancel':
      return <CancelDialog subject={deed.subject} {...ends} />;
    case 'hand_off':
      return <OfferDialog subject={deed.subject} {...ends} />;
    case 'return':
      return <GiveBackDialog subject={deed.subject} {...ends} />;
    case 'accept':
      return <AcceptDialog handOff={deed.handOff} {...ends} />;
    case 'reject':
      return <RejectDialog handOff={deed.handOff} {...ends} />;
  }
}
