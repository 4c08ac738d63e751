import { NumberInput, TextInput } from '@mantine/core';
import type { MoneyWire, OpportunityWire, StageWire } from '@tandem/contracts';
import { useMe } from '../../api/session.api';
import { MoneyInput } from '../../components/money-input';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { EditableFact, Fact } from './fact';
import { Margin } from './margin';
import classes from './opportunity.module.css';

interface MoneyFactsProps {
  readonly opportunity: OpportunityWire;
  readonly stage: StageWire | undefined;
}

/** How much, when and how likely. */
export function MoneyFacts({ opportunity, stage }: MoneyFactsProps) {
  const t = useText();
  const format = useFormat();
  const { organisation } = useMe();
  const currency = opportunity.amount?.currency ?? organisation.reportingCurrency;
  const shown = (amount: MoneyWire | null | undefined) => (amount ? format.money(amount) : t('common.none'));
  const open = opportunity.outcome === 'open';
  const closes = open ? t('opportunity.field.closeDate') : t('opportunity.field.closedOn');
  return (
    <>
      <EditableFact<MoneyWire | null | undefined>
        opportunity={opportunity}
        field="amount"
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
        wishOf={shown}
      >
        {opportunity.amount ? <strong>{shown(opportunity.amount)}</strong> : <Nothing />}
      </EditableFact>
      <EditableFact
        opportunity={opportunity}
        field="closeDate"
        label={closes}
        initial={opportunity.closeDate ?? ''}
        renderEditor={(day, set) => (
          <TextInput
            type="date"
            autoFocus
            aria-label={closes}
            value={day}
            onChange={(event) => set(event.currentTarget.value)}
          />
        )}
        patchOf={(day) => ({ closeDate: day || null })}
        wishOf={(day) => (day ? format.day(day) : t('common.none'))}
      >
        <CloseDate opportunity={opportunity} />
      </EditableFact>
      {open ? (
        <EditableFact<number | ''>
          opportunity={opportunity}
          field="probability"
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
          wishOf={(percent) => (percent === '' ? t('common.none') : `${percent}%`)}
        >
          {opportunity.probability === null
            ? t('opportunity.probability.stage', { percent: `${stage?.probability ?? 0}%` })
            : t('opportunity.probability.own', { percent: `${opportunity.probability}%` })}
        </EditableFact>
      ) : null}
      <EditableFact<MoneyWire | null | undefined>
        opportunity={opportunity}
        field="cost"
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
        wishOf={shown}
      >
        {opportunity.cost ? shown(opportunity.cost) : <Nothing />}
      </EditableFact>
      <Fact label={t('opportunity.field.margin')}>
        <Margin opportunity={opportunity} />
      </Fact>
    </>
  );
}

export function Nothing() {
  const t = useText();
  return <span className={classes.nothing}>{t('common.none')}</span>;
}

function CloseDate({ opportunity }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const format = useFormat();
  if (!opportunity.closeDate) return <Nothing />;
  const day = format.day(opportunity.closeDate);
  if (opportunity.outcome !== 'open' || opportunity.closeDate >= format.today) return day;
  return (
    <span className={classes.late}>
      {day} · {t('board.card.overdue')}
    </span>
  );
}
