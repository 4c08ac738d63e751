import { Avatar, Badge } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { DirectoryEntryWire } from '@tandem/contracts';
import { initialsOf } from '../../components/initials';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { AtWork } from './at-work';
import classes from './directory.module.css';
import { Reach } from './reach';

interface PersonRowProps {
  readonly person: DirectoryEntryWire;
  readonly isOneself: boolean;
  readonly now: number;
}

/** Somebody of either side: what they do, what to ask them about, whether they are at work, and how to reach them. */
export function PersonRow({ person, isOneself, now }: PersonRowProps) {
  const t = useText();
  const nameOf = useName();
  const name = nameOf(person.name);
  const other = [person.name.en, person.name.zhTW].find((one) => one !== null && one !== name);
  const where = [person.team, person.office].flatMap((place) => (place ? [nameOf(place.name)] : []));
  const canBeReached = person.phone !== null || person.email !== null;
  return (
    <li className={classes.row}>
      <Avatar size={36} radius="xl" color={person.side === 'marketing' ? 'plum' : 'lagoon'} aria-hidden>
        {initialsOf(name)}
      </Avatar>
      <div className={classes.who}>
        <span className={classes.name} {...(canBeReached ? {} : { tabIndex: -1, 'data-main': true })}>
          {name}
          {other ? <span className={classes.other}>{other}</span> : null}
          {isOneself ? (
            <Badge size="xs" variant="light" ml={8}>
              {t('directory:you')}
            </Badge>
          ) : null}
        </span>
        <span className={classes.soft}>
          {[t(`words:role.${person.role}`), t(`words:side.${person.side}`), ...where].join(' · ')}
        </span>
        {person.askAbout ? (
          <span className={classes.ask}>
            <IconHelpCircle size={16} aria-hidden />
            <span>
              <span className={classes.soft}>{t('directory:askAbout')}</span>
              {person.askAbout}
            </span>
          </span>
        ) : null}
      </div>
      <AtWork person={person} now={now} />
      <Reach name={name} phone={person.phone} email={person.email} />
    </li>
  );
}
