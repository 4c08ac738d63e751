import type { Text } from '../../../i18n/use-text';
import type { ToldOnce } from '../told-once.dialog';

/** A secret, in the words of the dialog that shows it. */
export const secretTold = (t: Text, url: string, secret: string | null): ToldOnce => ({
  title: t('administration:webhooks.secretTitle'),
  note: t(secret === null ? 'administration:webhooks.secretGone' : 'administration:webhooks.secretOnce'),
  about: url,
  secret,
});
