import { Button } from '@mantine/core';
import { useLatestPeriod } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { useText } from '../../i18n/use-text';
import { keyHolding } from './period-key';
import { usePeriodName } from './use-shown';

/** Leads out of an empty page to the last quarter in which something was booked. */
export function LatestPeriod({ onPick }: { readonly onPick: (key: string) => void }) {
  const t = useText();
  const nameOf = usePeriodName();
  const { today, ...calendar } = useMe().organisation;
  const latest = useLatestPeriod(Number(keyHolding('year', today, calendar)), true).data;
  if (!latest) return null;
  return <Button onClick={() => onPick(latest)}>{t('figures.period.latest', { period: nameOf(latest) })}</Button>;
}
