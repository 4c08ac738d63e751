import { IconHistory, IconListCheck, IconShieldCheck, IconUsers } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { useText } from '../../i18n/use-text';
import classes from './administration-parts.module.css';

const parts = [
  { name: 'standing', to: '/administration', icon: IconListCheck, right: 'look_after' },
  { name: 'audit', to: '/administration/audit', icon: IconHistory, right: 'administer' },
  { name: 'people', to: '/administration/people', icon: IconUsers, right: 'administer' },
  { name: 'records', to: '/administration/health', icon: IconShieldCheck, right: 'administer' },
] as const;

/** The ways between the pages of the administration; a single one needs none. */
export function AdministrationParts({ may }: { readonly may: readonly string[] }) {
  const t = useText();
  const shown = parts.filter(({ right }) => may.includes(right));
  if (shown.length < 2) return null;
  return (
    <nav className={classes.parts} aria-label={t('administration.parts.label')}>
      {shown.map((part) => (
        <NavLink key={part.to} to={part.to} end className={classes.part}>
          <part.icon size={17} stroke={1.7} aria-hidden />
          {t(`administration.parts.${part.name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
