import { ActionIcon } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconKeyOff, IconMail, IconPencil } from '@tabler/icons-react';
import type { PersonAccountWire } from '@tandem/contracts';
import { useFirstFew } from '../../../components/use-first-few';
import { usePeople } from '../../../api/people.api';
import { useMe } from '../../../api/session.api';
import { useFormat } from '../../../formats/use-format';
import { useName } from '../../../i18n/use-locale';
import { useText } from '../../../i18n/use-text';
import classes from './people.module.css';

interface TableProps {
  readonly items: readonly PersonAccountWire[];
  readonly onChange: (id: string) => void;
}

/** More than a screen is high. */
const atFirst = 30;

/** A table at a desk, the same cells as a list of cards on a phone. */
export function PeopleTable({ items, onChange }: TableProps) {
  const t = useText();
  const drawn = useFirstFew(items, atFirst);
  return (
    <div className={classes.box}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['name', 'role', 'team', 'locale', 'seen', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`administration:people.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="spoken">{t('administration:people.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((account) => (
            <Row key={account.id} account={account} onChange={() => onChange(account.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ account, onChange }: { readonly account: PersonAccountWire; readonly onChange: () => void }) {
  const t = useText();
  const nameOf = useName();
  const { distance, instant } = useFormat();
  const { person } = useMe();
  const teams = usePeople().data?.teams ?? [];
  const team = teams.find(({ id }) => id === account.teamId);
  const name = nameOf(account.name);
  return (
    <tr data-off={!account.active || undefined}>
      <th scope="row">
        {name}
        {account.id === person.id ? <span className={classes.soft}> ({t('administration:people.you')})</span> : null}
        <div className={classes.soft}>{account.email}</div>
      </th>
      <td>{t(`words:role.${account.role}`)}</td>
      <td>
        {team ? nameOf(team.name) : t('administration:people.noTeam')}
        <div className={classes.soft}>{t(`words:side.${account.side}`)}</div>
      </td>
      <td>{t(account.locale === 'en' ? 'shell.language.en' : 'shell.language.zhTW')}</td>
      <td title={account.lastSeenAt === null ? undefined : instant(account.lastSeenAt)}>
        {account.lastSeenAt === null ? t('administration:people.neverSeen') : distance(account.lastSeenAt)}
      </td>
      <td>
        <State account={account} />
      </td>
      <td className={classes.deeds}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('administration:people.edit', { name })}
          onClick={onChange}
        >
          <IconPencil size={17} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}

const icons = { on: IconCircleCheck, invited: IconMail, cannot: IconKeyOff, isOff: IconCircleOff };

function stateOf({ active, canSignIn, isInvited }: PersonAccountWire): keyof typeof icons {
  if (!active) return 'isOff';
  if (canSignIn) return 'on';
  return isInvited ? 'invited' : 'cannot';
}

/** Whether somebody may sign in, by icon and word. */
function State({ account }: { readonly account: PersonAccountWire }) {
  const t = useText();
  const state = stateOf(account);
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`administration:people.${state}`)}
    </span>
  );
}
