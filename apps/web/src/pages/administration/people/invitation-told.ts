import { linkOf } from '../../../components/invitation-link';
import type { Text } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

/** The link of an invitation, in the words of the dialog that shows it. */
export const invitationTold = (t: Text, { name, email, token }: Invited): ToldOnce => ({
  title: t('administration:people.invitationTitle', { name }),
  note: t('administration:people.invitationOnce'),
  about: email,
  secret: linkOf(token),
});
