import type { OpportunityWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './opportunity.module.css';

/** Amount less direct cost; an unknown cost is not a cost of 0. */
export function Margin({ opportunity: { amount, cost } }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const format = useFormat();
  if (!amount || !cost || amount.currency !== cost.currency)
    return <span className={classes.nothing}>{t('opportunity.margin.unknown')}</span>;
  const margin = BigInt(amount.amountMinor) - BigInt(cost.amountMinor);
  const shown = format.money({ amountMinor: String(margin), currency: amount.currency });
  if (amount.amountMinor === '0') return shown;
  const percent = format.ratio(String(Number(margin) / Number(amount.amountMinor)), 0);
  return t('opportunity.margin.share', { amount: shown, percent });
}
