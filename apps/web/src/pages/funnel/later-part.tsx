import { Button } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import type { RangeWire } from '@tandem/contracts';
import { useState, type ReactNode, type Ref } from 'react';
import { CardButton } from '../../components/figures/card-button';
import { kindOf } from '../../components/figures/period-key';
import { usePeriodName } from '../../components/figures/use-shown';
import { Failure, LoadingLines } from '../../components/states';
import classes from './sources.module.css';

interface Later {
  readonly ref: Ref<HTMLElement>;
  readonly isWanted: boolean;
  /** A whole year that nobody has wanted yet. */
  readonly isLong: boolean;
  /** Makes it wanted, of a whole year too. */
  readonly want: () => void;
}

/** A part below the fold is asked for when somebody comes near it; of a whole year, when somebody wants it. */
export function useLater(period: string): Later {
  const { ref, inViewport } = useInViewport<HTMLElement>();
  const [isSeen, setSeen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  if (inViewport && !isSeen) setSeen(true);
  const isLong = kindOf(period) === 'year' && wanted !== period;
  return { ref, isWanted: isSeen && !isLong, isLong, want: () => setWanted(period) };
}

interface Answer<Told> {
  readonly data: Told | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface LaterPartProps<Told> {
  readonly later: Later;
  readonly title: string;
  readonly metric: string;
  readonly period: string;
  /** What a button says that asks for a whole year. */
  readonly ask: (period: string) => string;
  readonly answer: Answer<Told>;
  readonly renderTools: (told: Told | undefined) => ReactNode;
  readonly picture: Ref<HTMLDivElement>;
  readonly children: (told: Told) => ReactNode;
}

/** A part of the page below the funnel: its heading, its card and tools, and what came, is coming or failed. */
export function LaterPart<Told extends { readonly range: RangeWire }>(props: LaterPartProps<Told>) {
  const { later, title, metric, period, ask, answer, renderTools, picture, children } = props;
  const { data: told, error } = answer;
  const periodName = usePeriodName();
  const { ref, isLong, want } = later;
  return (
    <section ref={ref} className={classes.section} aria-label={title} aria-busy={answer.isFetching}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <CardButton metric={metric} name={title} range={told?.range} />
        <div className={classes.choices}>{renderTools(told)}</div>
      </div>
      {isLong ? (
        <Button variant="default" onClick={want}>
          {ask(periodName(period))}
        </Button>
      ) : null}
      {isLong || told || error ? null : <LoadingLines lines={5} height={34} />}
      {error ? <Failure error={error} onRetry={() => void answer.refetch()} /> : null}
      {!isLong && told && !error ? (
        <div ref={picture} className={classes.answer} data-stale={answer.isPlaceholderData || undefined}>
          {children(told)}
        </div>
      ) : null}
    </section>
  );
}
