import { NavLink } from 'react-router';
import { useText } from '../../i18n/use-text';
import classes from './administration-parts.module.css';

const parts = [
  { name: 'standing', to: '/administration', right: 'look_after' },
  { name: 'audit', to: '/administration/audit', right: 'administer' },
  { name: 'people', to: '/administration/people', right: 'administer' },
  { name: 'webhooks', to: '/administration/webhooks', right: 'administer' },
  { name: 'records', to: '/administration/health', right: 'administer' },
] as const;

/** The ways between the pages of the administration; a single one needs none. */
export function AdministrationParts({ may }: { readonly may: readonly string[] }) {
  const t = useText();
  const shown = parts.filter(({ right }) => may.includes(right));
  if (shown.length < 2) return null;
  return (
    <nav className={classes.parts} aria-label={t('administration:parts.label')}>
      {shown.map((part) => (
        <NavLink key={part.to} to={part.to} end className={classes.part}>
          {t(`administration:parts.${part.name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
