import { IconMail, IconPhone } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text';
import classes from './directory.module.css';

interface ReachProps {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Calls somebody or writes to them; the first of the two is what Enter does. */
export function Reach({ name, phone, email }: ReachProps) {
  const t = useText();
  if (phone === null && email === null) return <span className={classes.soft}>{t('directory:unreachable')}</span>;
  return (
    <div className={classes.reach}>
      {phone === null ? null : (
        <a className={classes.call} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} data-main>
          <IconPhone size={17} aria-hidden />
          <span className="spoken">{t('directory:call', { name })}</span>
          <span>{phone}</span>
        </a>
      )}
      {email === null ? null : (
        <a className={classes.write} href={`mailto:${email}`} data-main={phone === null || undefined} title={email}>
          <IconMail size={17} aria-hidden />
          <span className="spoken">{t('directory:write', { name })}</span>
          <span className={classes.address}>{email}</span>
          <span className={classes.word}>{t('directory:mail')}</span>
        </a>
      )}
    </div>
  );
}
