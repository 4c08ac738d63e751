import { TextInput } from '@mantine/core';
import type { OpportunityWire, StageWire } from '@tandem/contracts';
import { usePeople } from '../../api/people.api';
import { PersonSelect } from '../../components/person-select';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { EditableFact, Fact } from './fact';
import { MoneyFacts } from './money-facts';
import classes from './opportunity.module.css';
import { OriginFacts } from './origin-facts';

interface FactsProps {
  readonly opportunity: OpportunityWire;
  readonly stage: StageWire | undefined;
}

/** What is true of it now; a pencil stands where something may be changed. */
export function Facts({ opportunity, stage }: FactsProps) {
  const t = useText();
  const word = useWordOr();
  const format = useFormat();
  return (
    <section className={classes.box}>
      <h2>{t('opportunity.facts')}</h2>
      <dl className={classes.facts}>
        <MoneyFacts opportunity={opportunity} stage={stage} />
        <Owner opportunity={opportunity} />
        <OriginFacts opportunity={opportunity} />
        <EditableFact
          evenClosed
          opportunity={opportunity}
          field="name"
          label={t('opportunity.field.name')}
          initial={opportunity.name}
          renderEditor={(name, set) => (
            <TextInput
              autoFocus
              aria-label={t('opportunity.field.name')}
              maxLength={190}
              value={name}
              onChange={(event) => set(event.currentTarget.value)}
            />
          )}
          patchOf={(name) => (name.trim() ? { name: name.trim() } : null)}
          wishOf={(name) => name}
        >
          {opportunity.name}
        </EditableFact>
        <Fact label={t('opportunity.field.bookingType')}>{t(`words:bookingType.${opportunity.bookingType}`)}</Fact>
        {opportunity.lossReason ? (
          <Fact label={t('opportunity.field.lossReason')}>
            {word('opportunity.lossReason', opportunity.lossReason)}
          </Fact>
        ) : null}
        <Fact label={t('opportunity.field.created')}>{format.day(format.dayOf(opportunity.createdAt))}</Fact>
      </dl>
    </section>
  );
}

function Owner({ opportunity }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const nameOf = useName();
  const { data: people } = usePeople();
  const team = people?.teams.find(({ id }) => id === opportunity.teamId);
  return (
    <>
      <EditableFact<string | null>
        opportunity={opportunity}
        field="owner"
        label={t('opportunity.field.owner')}
        initial={opportunity.owner.id}
        renderEditor={(person, set) => (
          <PersonSelect
            aria-label={t('opportunity.field.owner')}
            autoFocus
            teamId={opportunity.teamId}
            value={person}
            onPerson={set}
          />
        )}
        patchOf={(ownerId) => (ownerId === null ? null : { ownerId })}
        wishOf={(id) => {
          const person = people?.people.find((one) => one.id === id);
          return person ? nameOf(person.name) : '';
        }}
      >
        {nameOf(opportunity.owner.name)}
        {team ? ` · ${nameOf(team.name)}` : ''}
      </EditableFact>
      {opportunity.marketingOwner ? (
        <Fact label={t('opportunity.field.marketingOwner')}>{nameOf(opportunity.marketingOwner.name)}</Fact>
      ) : null}
    </>
  );
}
