import type { PersonAccountWire, PersonChange } from '@tandem/contracts';
import { useState } from 'react';
import { useChangePerson, useInvite } from '../../../api/accounts.api';
import { isProblem } from '../../../api/problem-error';
import { useMe } from '../../../api/session.api';
import { newToken } from '../../../components/invitation-link';
import { say } from '../../../deeds/say';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';
import { FormDialog } from '../form-dialog';
import { GraveDeeds } from './grave-deeds';
import { invitationTold } from './invitation-told';
import { PersonFields, type PersonDraft } from './person-fields';

interface ChangeProps {
  /** As it was when the dialog was opened; what others change meanwhile takes nothing of what is typed here. */
  readonly account: PersonAccountWire;
  /** Somebody was faster: asks for what is in force now. */
  readonly onStale: () => Promise<PersonAccountWire | undefined>;
  readonly onClose: () => void;
  readonly onInvited: (told: ToldOnce) => void;
}

/** Another role, team, name or language; a new invitation; or the end of an account. */
export function ChangePersonDialog({ account, onStale, onClose, onInvited }: ChangeProps) {
  const t = useText();
  const nameOf = useName();
  const isOwn = useMe().person.id === account.id;
  const name = nameOf(account.name);
  const [seen, setSeen] = useState(account);
  const [draft, setDraft] = useState(() => draftOf(account));
  // Once, so that a second try makes no second link.
  const [token] = useState(newToken);
  const [isAsked, setAsked] = useState(false);
  const { id, version } = seen;
  const change = useChangePerson(() => {
    say(t('administration:people.changed', { name }));
    onClose();
  });
  const invite = useInvite(() => {
    onClose();
    onInvited(invitationTold(t, { name, email: account.email ?? '', token }));
  });
  function submit() {
    setAsked(true);
    if (draft.name.trim() !== '') change.mutate({ id, version, change: changesIn(seen, draft) }, { onError: hear });
  }
  /** What was touched here stays; the rest shows what somebody else made of it, beside the refusal that says so. */
  function hear(error: Error) {
    if (!isProblem(error, 412)) return;
    void onStale().then((now) => {
      if (!now) return;
      setSeen(now);
      setDraft((typed) => ({ ...draftOf(now), ...touchedIn(seen, typed) }));
    });
  }
  return (
    <FormDialog
      title={t('administration:people.editTitle', { name })}
      submit={t('common.save')}
      pending={change.isPending}
      error={change.error ?? invite.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        onDraft={(changes) => setDraft({ ...draft, ...changes })}
        isNameMissing={isAsked && draft.name.trim() === ''}
        isOwn={isOwn}
      />
      {isOwn ? null : (
        <GraveDeeds
          account={seen}
          // They would take the place of what was changed here and not saved yet.
          isChanged={Object.keys(changesIn(seen, draft)).length > 0}
          isInviting={invite.isPending}
          isSwitching={change.isPending}
          onInvite={() => invite.mutate({ id, version, token }, { onError: hear })}
          onSwitch={() => change.mutate({ id, version, change: { active: !seen.active } }, { onError: hear })}
        />
      )}
    </FormDialog>
  );
}

const draftOf = ({ name, role, side, teamId, locale }: PersonAccountWire): PersonDraft => ({
  name: name.en,
  nameZh: name.zhTW ?? '',
  role,
  side,
  teamId,
  locale,
});

function touchedIn(account: PersonAccountWire, draft: PersonDraft): Partial<PersonDraft> {
  const before = draftOf(account);
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== before[field as keyof PersonDraft]),
  );
}

/** Only what was touched is sent, so that nothing else is said anew. */
function changesIn(account: PersonAccountWire, draft: PersonDraft): PersonChange {
  const tidy = { ...draft, name: draft.name.trim(), nameZh: draft.nameZh.trim() };
  const { nameZh, ...rest } = touchedIn(account, tidy);
  return { ...rest, ...(nameZh === undefined ? {} : { nameZh: nameZh === '' ? null : nameZh }) };
}
