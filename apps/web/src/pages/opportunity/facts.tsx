import { Anchor, NumberInput, Select, TextInput } from '@mantine/core';
import type { MoneyWire, OpportunityWire, StageWire } from '@tandem/contracts';
import { useReferences } from '../../api/funnel.api';
import { usePeople } from '../../api/people.api';
import { useMe } from '../../api/session.api';
import { AccountInput, type AccountChoice } from '../../components/account-input';
import { MoneyInput } from '../../components/money-input';
import { PersonSelect } from '../../components/person-select';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText, useWordOr } from '../../i18n/use-text';
import { EditableFact, Fact } from './fact';
import { Margin } from './margin';
import classes from './opportunity.module.css';

interface FactsProps {
  readonly opportunity: OpportunityWire;
  readonly stage: StageWire | undefined;
}

/** What is true of it now; a pencil stands where something may be changed. */
export function Facts({ opportunity, stage }: FactsProps) {
  const t = useText();
  const word = useWordOr();
  const nameOf = useName();
  const format = useFormat();
  const { organisation } = useMe();
  const { data: references } = useReferences();
  const { data: people } = usePeople();
  const currency = opportunity.amount?.currency ?? organisation.reportingCurrency;
  const none = <span style={{ color: 'var(--ink-soft)' }}>{t('common.none')}</span>;
  const team = people?.teams.find(({ id }) => id === opportunity.teamId);
  const open = opportunity.outcome === 'open';
  const choice = (list: readonly { id: string; name: { en: string; zhTW: string | null } }[] | undefined) =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: nameOf(name) }));
  const shownMoney = (amount: MoneyWire | null | undefined) => (amount ? format.money(amount) : t('common.none'));
  const labelOf = (list: { value: string; label: string }[], id: string | null) =>
    list.find(({ value }) => value === id)?.label ?? t('common.none');
  const products = choice(references?.products);
  const sources = choice(references?.sources);

  return (
    <section className={classes.box}>
      <h2>{t('opportunity.facts')}</h2>
      <dl style={{ margin: 0 }}>
        <EditableFact<MoneyWire | null | undefined>
          opportunity={opportunity}
          label={t('opportunity.field.amount')}
          initial={opportunity.amount}
          renderEditor={(_, set) => (
            <MoneyInput
              aria-label={t('opportunity.field.amount')}
              autoFocus
              initial={opportunity.amount}
              currency={currency}
              onAmount={set}
            />
          )}
          patchOf={(amount) => (amount === undefined ? null : { amount })}
          wishOf={shownMoney}
        >
          {opportunity.amount ? <strong>{format.money(opportunity.amount)}</strong> : none}
        </EditableFact>
        <EditableFact
          opportunity={opportunity}
          label={open ? t('opportunity.field.closeDate') : t('opportunity.field.closedOn')}
          initial={opportunity.closeDate ?? ''}
          renderEditor={(day, set) => (
            <TextInput
              type="date"
              autoFocus
              aria-label={t('opportunity.field.closeDate')}
              value={day}
              onChange={(event) => set(event.currentTarget.value)}
            />
          )}
          patchOf={(day) => ({ closeDate: day || null })}
          wishOf={(day) => (day ? format.day(day) : t('common.none'))}
        >
          <CloseDate opportunity={opportunity} />
        </EditableFact>
        <EditableFact<number | ''>
          opportunity={opportunity}
          label={t('opportunity.field.probability')}
          initial={opportunity.probability ?? ''}
          renderEditor={(percent, set) => (
            <NumberInput
              autoFocus
              aria-label={t('opportunity.field.probability')}
              min={0}
              max={100}
              allowDecimal={false}
              suffix=" %"
              placeholder={stage ? `${stage.probability} %` : undefined}
              value={percent}
              onChange={(value) => set(value === '' ? '' : Number(value))}
            />
          )}
          patchOf={(percent) => ({ probability: percent === '' ? null : percent })}
          wishOf={(percent) => (percent === '' ? t('common.none') : `${percent} %`)}
        >
          {opportunity.probability === null
            ? t('opportunity.probability.stage', { percent: `${stage?.probability ?? 0}%` })
            : t('opportunity.probability.own', { percent: `${opportunity.probability}%` })}
        </EditableFact>
        <EditableFact<MoneyWire | null | undefined>
          opportunity={opportunity}
          label={t('opportunity.field.cost')}
          initial={opportunity.cost}
          renderEditor={(_, set) => (
            <MoneyInput
              aria-label={t('opportunity.field.cost')}
              autoFocus
              initial={opportunity.cost}
              currency={currency}
              onAmount={set}
            />
          )}
          patchOf={(cost) => (cost === undefined ? null : { cost })}
          wishOf={shownMoney}
        >
          {opportunity.cost ? format.money(opportunity.cost) : none}
        </EditableFact>
        <Fact label={t('opportunity.field.margin')}>
          <Margin opportunity={opportunity} />
        </Fact>
        <EditableFact<string | null>
          opportunity={opportunity}
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
        <EditableFact<AccountChoice | null>
          opportunity={opportunity}
          label={t('opportunity.field.account')}
          initial={opportunity.account ? { id: opportunity.account.id, name: nameOf(opportunity.account.name) } : null}
          renderEditor={(account, set) => (
            <AccountInput
              label={t('opportunity.field.account')}
              mayCreate={false}
              initial={account?.name ?? ''}
              onChoice={set}
            />
          )}
          patchOf={(account) => (account !== null && account.id === null ? null : { accountId: account?.id ?? null })}
          wishOf={(account) => account?.name ?? t('common.none')}
        >
          {opportunity.account ? nameOf(opportunity.account.name) : none}
        </EditableFact>
        <EditableFact<string | null>
          opportunity={opportunity}
          label={t('opportunity.field.product')}
          initial={opportunity.product?.id ?? null}
          renderEditor={(id, set) => (
            <Select
              aria-label={t('opportunity.field.product')}
              autoFocus
              searchable
              clearable
              data={products}
              value={id}
              onChange={set}
            />
          )}
          patchOf={(productId) => ({ productId })}
          wishOf={(id) => labelOf(products, id)}
        >
          {opportunity.product ? nameOf(opportunity.product.name) : none}
        </EditableFact>
        <EditableFact<string | null>
          opportunity={opportunity}
          label={t('opportunity.field.source')}
          initial={opportunity.source?.id ?? null}
          renderEditor={(id, set) => (
            <Select
              aria-label={t('opportunity.field.source')}
              autoFocus
              clearable
              data={sources}
              value={id}
              onChange={set}
            />
          )}
          patchOf={(sourceId) => ({ sourceId })}
          wishOf={(id) => labelOf(sources, id)}
        >
          {opportunity.source ? nameOf(opportunity.source.name) : none}
          {opportunity.campaign ? ` · ${nameOf(opportunity.campaign.name)}` : ''}
        </EditableFact>
        {opportunity.contact ? (
          <Fact label={t('opportunity.field.contact')}>
            <span>
              {opportunity.contact.name}
              {opportunity.contact.phone ? (
                <>
                  {' · '}
                  <Anchor href={`tel:${opportunity.contact.phone}`}>{opportunity.contact.phone}</Anchor>
                </>
              ) : null}
              {opportunity.contact.email ? (
                <>
                  {' · '}
                  <Anchor href={`mailto:${opportunity.contact.email}`}>{opportunity.contact.email}</Anchor>
                </>
              ) : null}
            </span>
          </Fact>
        ) : null}
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

function CloseDate({ opportunity }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const format = useFormat();
  if (!opportunity.closeDate) return <span style={{ color: 'var(--ink-soft)' }}>{t('common.none')}</span>;
  const day = format.day(opportunity.closeDate);
  if (opportunity.outcome !== 'open' || opportunity.closeDate >= format.today) return day;
  return (
    <span className={classes.late}>
      {day} · {t('board.card.overdue')}
    </span>
  );
}
