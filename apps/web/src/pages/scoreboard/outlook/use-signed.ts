import { useFormat } from '../../../formats/use-format';
import type { WaterfallBar, WaterfallLine } from './stack-waterfall';

/** An amount with its sign where it is a change: `+US$50`, `−US$36`; what is open at an end has none. */
export function useSigned(): (bar: Pick<WaterfallBar, 'tone'>, value: WaterfallLine['value']) => string {
  const { money } = useFormat();
  return ({ tone }, value) => (tone === 'total' || BigInt(value.amountMinor) <= 0n ? money(value) : `+${money(value)}`);
}
