import type { Text } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';

interface Given {
  readonly name: string;
  readonly email: string;
  readonly password: string | null;
}

/** A first password, in the words of the dialog that shows it. */
export const passwordTold = (t: Text, { name, email, password }: Given): ToldOnce => ({
  title: t('administration:people.passwordTitle', { name }),
  note: t(password === null ? 'administration:people.passwordGone' : 'administration:people.passwordOnce'),
  about: email,
  secret: password,
});
