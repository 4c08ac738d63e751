import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAddressBook, IconSearch, IconUserEdit } from '@tabler/icons-react';
import { useState, type ChangeEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useContacts, useDirectory, type DirectorySide } from '../../api/directory.api';
import { useMe } from '../../api/session.api';
import { PageHeader } from '../../components/page-header';
import { Empty, Failure, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { ContactList } from './contact-list';
import classes from './directory.module.css';
import { OwnCardDialog } from './own-card.dialog';
import { PersonRow } from './person-row';
import './texts';
import { useRowsByKeys } from './use-rows-by-keys';

const sides = ['sales', 'marketing', 'other'] as const satisfies readonly DirectorySide[];

/** Who to ask for what: colleagues of both sides, and people at customers. */
export function DirectoryPage() {
  const t = useText();
  const { person } = useMe();
  const [address, setAddress] = useSearchParams();
  const q = address.get('q')?.trim() ?? '';
  const side = sides.find((one) => one === address.get('side'));
  const people = useDirectory(q, side);
  const contacts = useContacts(side === undefined ? q : '');
  const [typed, setTyped] = useState(q);
  const [own, card] = useDisclosure();
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const isAnswered =
    !people.isPending && !people.isPlaceholderData && !contacts.isLoading && !contacts.isPlaceholderData;
  const isSettled = typed.trim() === q && isAnswered;
  const { frame, press, typeOn } = useRowsByKeys(isSettled);
  const set = (name: 'q' | 'side', value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const search = useDebouncedCallback((text: string) => set('q', text.trim()), 150);

  function type({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLInputElement>) {
    setTyped(value);
    typeOn();
    if (!(nativeEvent as unknown as InputEvent).isComposing) search(value);
  }

  return (
    <>
      <PageHeader
        title={t('directory:title')}
        lead={t('directory:lead')}
        actions={
          <Button
            size="xs"
            variant="default"
            className={classes.own}
            leftSection={<IconUserEdit size={16} aria-hidden />}
            onClick={card.open}
          >
            {t('directory:own.open')}
          </Button>
        }
      />
      {/* The arrow keys lead from the field into the lists, whichever part of them has the focus. */}
      <div ref={frame} role="presentation" className={classes.frame} onKeyDown={press}>
        <div className={classes.bar} role="search" aria-label={t('directory:search')}>
          <TextInput
            type="search"
            size="md"
            className={classes.field}
            aria-label={t('directory:search')}
            placeholder={t('directory:placeholder')}
            leftSection={<IconSearch size={18} aria-hidden />}
            autoComplete="off"
            maxLength={100}
            value={typed}
            onChange={type}
            onCompositionEnd={(event) => search(event.currentTarget.value)}
          />
          <SegmentedControl
            className={classes.sides}
            aria-label={t('directory:side')}
            value={side ?? ''}
            onChange={(next) => set('side', next)}
            data={[
              { value: '', label: t('common.all') },
              ...sides.map((one) => ({ value: one, label: t(`words:side.${one}`) })),
            ]}
          />
        </div>
        <p className={`${classes.hint} ${classes.keys}`}>{t('directory:keys')}</p>
        {people.isPending ? <LoadingLines lines={8} height={60} /> : null}
        {people.isError && !people.data ? <Failure error={people.error} onRetry={() => void people.refetch()} /> : null}
        {people.data && items.length === 0 ? (
          <Empty
            icon={<IconAddressBook size={40} stroke={1.4} aria-hidden />}
            title={q ? t('directory:nobody', { q }) : t('directory:nobodyHere')}
            detail={t('directory:nobodyDetail')}
          />
        ) : null}
        {items.length > 0 ? (
          <section aria-labelledby="colleagues">
            <h2 id="colleagues" className={classes.title}>
              {t('directory:colleagues')}
            </h2>
            <ul className={classes.rows}>
              {items.map((one) => (
                <PersonRow key={one.id} person={one} isOneself={one.id === person.id} now={people.dataUpdatedAt} />
              ))}
            </ul>
          </section>
        ) : null}
        {people.hasNextPage ? (
          <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('common.more')}
          </Button>
        ) : null}
        {side === undefined && q === '' ? <p className={classes.hint}>{t('directory:typeForContacts')}</p> : null}
        {side === undefined && q !== '' && contacts.data ? <ContactList found={contacts.data} /> : null}
        {contacts.isError && !contacts.data ? <Failure error={contacts.error} /> : null}
      </div>
      {own ? <OwnCardDialog onClose={card.close} /> : null}
    </>
  );
}
