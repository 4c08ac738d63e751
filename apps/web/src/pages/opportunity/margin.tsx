import type { OpportunityWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './opportunity.module.css';

/** Amount less direct cost; an unknown cost is not a cost of 0. */
export function Margin({ opportunity: { amount, cost } }: { readonly opportunity: OpportunityWire }) {
  const t = useText();
  const format = useFormat();
  const unknown = (why: 'noAmount' | 'noCost' | 'currencies') => (
    <span className={classes.nothing}>{t(`opportunity.margin.${why}`)}</span>
  );
  if (!amount) return unknown('noAmount');
  if (!cost) return unknown('noCost');
  if (amount.currency !== cost.currency) return unknown('currencies');
  const margin = BigInt(amount.amountMinor) - BigInt(cost.amountMinor);
  const shown = format.money({ amountMinor: String(margin), currency: amount.currency });
  if (amount.amountMinor === '0') return shown;
  const percent = format.ratio(String(Number(margin) / Number(amount.amountMinor)), 0);
  return t('opportunity.margin.share', { amount: shown, percent });
}
