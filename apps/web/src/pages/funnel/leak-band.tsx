import { UnstyledButton } from '@mantine/core';
import { IconDropletFilled, IconDropletOff, type TablerIcon } from '@tabler/icons-react';
import type { FunnelLeaksWire, LeakStepWire } from '@tandem/contracts';
import { useLeaks, type FunnelAsked } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { CardButton } from '../../components/figures/card-button';
import { keyAway, keyHolding, kindOf } from '../../components/figures/period-key';
import { usePeriodName, useRange } from '../../components/figures/use-shown';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './leak-band.module.css';
import { OverdueHandOffs } from './overdue-hand-offs';
import { leakBehind } from './read-behind';

interface LeakBandProps {
  readonly asked: FunnelAsked;
  readonly onOpen: (behind: string) => void;
}

/** What a marketer must know on a Monday, without a click: where it leaked most, and which hand-overs wait too long. */
export function LeakBand({ asked, onOpen }: LeakBandProps) {
  const t = useText();
  const leaks = useLeaks(asked);
  return (
    <section
      className={classes.band}
      aria-label={t('funnel.worst.label')}
      aria-busy={leaks.isFetching}
      data-stale={leaks.isPlaceholderData || undefined}
    >
      {leaks.isPending ? <LoadingLines lines={1} height={44} /> : null}
      {leaks.isError ? <Failure error={leaks.error} onRetry={() => void leaks.refetch()} /> : null}
      {leaks.data ? <Sentence leaks={leaks.data} onOpen={onOpen} /> : null}
      <OverdueHandOffs />
    </section>
  );
}

const icons: Readonly<Record<FunnelLeaksWire['verdict'], TablerIcon>> = {
  fell: IconDropletFilled,
  within_chance: IconDropletFilled,
  held: IconDropletOff,
  too_few: IconDropletOff,
};

function Sentence({ leaks, onOpen }: Pick<LeakBandProps, 'onOpen'> & { readonly leaks: FunnelLeaksWire }) {
  const t = useText();
  const { verdict, range, unavailable, steps, worst } = leaks;
  const period = useSpokenPeriod()(range.key);
  const step = steps.find(({ key }) => key === worst);
  const Icon = icons[verdict];
  if (unavailable) return <p>{unavailable.detail}</p>;
  return (
    <div data-verdict={verdict}>
      <p className={classes.worst}>
        <Icon size={18} aria-hidden />{' '}
        <strong>{`${t(`funnel.worst.title.${verdict}`, { period })}${t('common.colon')}`}</strong>
        {step ? <Told leaks={leaks} step={step} onOpen={onOpen} /> : t('funnel.worst.nobody')}
        <CardButton metric="worst_leak" name={t('funnel.worst.label')} range={range} />
      </p>
      {step ? <Counted step={step} period={period} /> : null}
    </div>
  );
}

interface ToldProps {
  readonly leaks: FunnelLeaksWire;
  readonly step: LeakStepWire;
  readonly onOpen: LeakBandProps['onOpen'];
}

function Told({ leaks: { verdict, enough, range }, step, onOpen }: ToldProps) {
  const t = useText();
  const nameOf = useName();
  const { count, ratio } = useFormat();
  const way = t('funnel.worst.way', { from: nameOf(step.from), to: nameOf(step.to) });
  if (verdict === 'too_few')
    return <>{t('funnel.worst.few', { way, decided: count(step.decided), enough: count(enough) })}</>;
  const points = Math.round((Number(step.rate) - Number(step.beforeRate)) * 1000) / 10;
  const rate = ratio(step.rate ?? '0', 0);
  const opener = (converted: 'yes' | 'no', words: string, said: string) => (
    <UnstyledButton
      className={classes.number}
      aria-haspopup="dialog"
      aria-label={said}
      onClick={() => onOpen(leakBehind(step.key, converted))}
    >
      {words}
    </UnstyledButton>
  );
  const lost = t('funnel.worst.lost', { count: step.lost, shown: count(step.lost) });
  return (
    <>
      {way}{' '}
      {opener(
        'yes',
        rate,
        t('funnel.worst.went', { way, rate, converted: count(step.converted), decided: count(step.decided) }),
      )}
      <span className={classes.against}>
        {t('funnel.worst.against', {
          points: `${points < 0 ? '−' : '+'}${count(Math.abs(points))}`,
          before: t(`funnel.worst.before.${kindOf(range.key) ?? 'range'}`),
          low: ratio(step.interval?.low ?? '0', 0),
          high: ratio(step.interval?.high ?? '0', 0),
        })}
      </span>
      {t('common.comma')}
      {opener('no', `${lost} – ${t('funnel.worst.see')}`, `${way}${t('common.colon')}${lost}`)}
    </>
  );
}

function Counted({ step, period }: { readonly step: LeakStepWire; readonly period: string }) {
  const t = useText();
  const shownRange = useRange();
  const { windowDays, running, entered } = step;
  return (
    <p className={classes.counted}>
      {t('funnel.worst.counted', { days: windowDays, period, entered: shownRange(entered) })}
      {running > 0 ? ` ${t('funnel.worst.running', { count: running })}` : null}
    </p>
  );
}

/** `last week` and `this week` in words, any other period by its name. */
function useSpokenPeriod(): (key: string) => string {
  const t = useText();
  const nameOf = usePeriodName();
  const { today, ...calendar } = useMe().organisation;
  const week = keyHolding('week', today, calendar);
  return (key) => {
    if (key === week) return t('funnel.worst.thisWeek');
    return key === keyAway(week, -1) ? t('funnel.worst.lastWeek') : t('funnel.worst.inPeriod', { period: nameOf(key) });
  };
}
