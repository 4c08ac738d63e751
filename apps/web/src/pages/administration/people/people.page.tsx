import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import type { PersonAccountWire } from '@tandem/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAccounts } from '../../../api/accounts.api';
import { Empty, Failure, LoadingLines } from '../../../components/states';
import { useText } from '../../../i18n/use-text';
import { AdministrationFrame } from '../administration-frame';
import { ToldOnceDialog, type ToldOnce } from '../told-once.dialog';
import { AddPersonDialog } from './add-person.dialog';
import { ChangePersonDialog } from './change-person.dialog';
import classes from './people.module.css';
import { PeopleTable } from './people-table';

/** Who may sign in, and what they may do. */
export function PeoplePage() {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<ToldOnce | null>(null);
  return (
    <AdministrationFrame
      title={t('administration:people.title')}
      lead={t('administration:people.question')}
      right="administer"
      actions={
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('administration:people.add')}
        </Button>
      }
    >
      <People onInvited={setTold} />
      {isAdding ? <AddPersonDialog onClose={() => setAdding(false)} onInvited={setTold} /> : null}
      {told === null ? null : <ToldOnceDialog told={told} onClose={() => setTold(null)} />}
    </AdministrationFrame>
  );
}

function People({ onInvited }: { readonly onInvited: (told: ToldOnce) => void }) {
  const t = useText();
  const accounts = useAccounts();
  const [address, setAddress] = useSearchParams();
  const [wanted, setWanted] = useState(address.get('q') ?? '');
  const withOff = address.has('off');
  const [changed, setChanged] = useState<PersonAccountWire | null>(null);
  const items = accounts.data?.items ?? [];
  const shown = items.filter((account) => (withOff || account.active) && isCalled(account, wanted));
  const keep = (name: 'q' | 'off', value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <div className={classes.page}>
      <div className={classes.filter}>
        <TextInput
          type="search"
          aria-label={t('administration:people.find')}
          placeholder={t('administration:people.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted}
          onChange={({ currentTarget: { value } }) => {
            setWanted(value);
            keep('q', value.trim());
          }}
        />
        <Checkbox
          label={t('administration:people.off')}
          checked={withOff}
          onChange={({ currentTarget }) => keep('off', currentTarget.checked ? '1' : '')}
        />
      </div>
      {accounts.isPending ? <LoadingLines lines={8} /> : null}
      {accounts.isError ? <Failure error={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {accounts.isSuccess && shown.length === 0 ? <Empty title={t('administration:people.none')} /> : null}
      {shown.length === 0 ? null : (
        <PeopleTable items={shown} onChange={(id) => setChanged(items.find((account) => account.id === id) ?? null)} />
      )}
      {changed ? (
        <ChangePersonDialog
          account={changed}
          onStale={async () => (await accounts.refetch()).data?.items.find(({ id }) => id === changed.id)}
          onClose={() => setChanged(null)}
          onInvited={onInvited}
        />
      ) : null}
    </div>
  );
}

function isCalled({ name, email }: PersonAccountWire, wanted: string): boolean {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [name.en, name.zhTW, email].join(' ').toLowerCase();
  return words.every((word) => all.includes(word));
}
