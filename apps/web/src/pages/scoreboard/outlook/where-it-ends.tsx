import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { ForecastWire, ScoreboardWire } from '@tandem/contracts';
import type { Asked } from '../../../api/figures.api';
import { useForecast, useWaterfall } from '../../../api/outlook.api';
import { Failure, LoadingLines } from '../../../components/states';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { Coverage } from './coverage';
import { decideReading } from './decide-reading';
import { EndingRange } from './ending-range';
import { VerdictMark } from './verdict-mark';
import { findGoal } from './find-goal';
import { judgeEnding } from './judge-ending';
import { readEnding } from './read-ending';
import classes from './where-it-ends.module.css';

interface WhereItEndsProps {
  readonly board: ScoreboardWire;
  readonly asked: Asked;
  /** The first figures are there: now the rest may be asked for. */
  readonly enabled: boolean;
  readonly onOpen: (behind: string) => void;
}

/** Whether the number will be met: the simulated range of the period against what was asked, and how often open pipeline covers the rest. */
export function WhereItEnds({ board, asked, enabled, onOpen }: WhereItEndsProps) {
  const t = useText();
  const { pipeline, open, next, begin } = useReading(asked, enabled);
  const isRead = enabled && next === 'read';
  const isLost = pipeline.isError && next === 'wait';
  const forecast = useForecast(asked, { enabled: isRead });
  const isOver = Number(board.range.gone) >= 1;
  const title = t(isOver ? 'outlook.titleOver' : 'outlook.title');
  const goal = findGoal(board.figures);
  const known = forecast.data?.forecast;
  const verdict = known && goal ? judgeEnding(readEnding(known), BigInt(goal.money.amountMinor), isOver) : null;
  return (
    <section
      className={classes.panel}
      aria-label={title}
      aria-busy={forecast.isFetching}
      data-stale={forecast.isPlaceholderData || undefined}
    >
      <div className={classes.head}>
        <h2>{title}</h2>
        {verdict ? <VerdictMark verdict={verdict} /> : null}
      </div>
      {isLost ? <Failure error={pipeline.error} onRetry={() => void pipeline.refetch()} /> : null}
      {next === 'ask' ? <Large open={open} onBegin={begin} /> : null}
      {next === 'ask' || isLost ? null : (
        <div className={classes.main}>
          <div className={classes.range}>
            {forecast.isPending ? <LoadingLines lines={3} height={30} /> : null}
            {forecast.isError ? <Failure error={forecast.error} onRetry={() => void forecast.refetch()} /> : null}
            {known ? <EndingRange forecast={known} goal={goal} verdict={verdict} onOpen={onOpen} /> : null}
            {forecast.data?.unavailable ? (
              <p className={classes.sentence}>{t('outlook.unavailable', { why: forecast.data.unavailable.detail })}</p>
            ) : null}
            {forecast.data ? <Reckoning definition={forecast.data.definitions.range} /> : null}
          </div>
          <Coverage asked={asked} enabled={isRead} isOver={isOver} onOpen={onOpen} />
        </div>
      )}
    </section>
  );
}

/**
 * Range and coverage are reckoned from every open opportunity. How many there are stands in sums, so that is asked first, and the rest
 * at once or when it is begun.
 */
function useReading(asked: Asked, enabled: boolean) {
  const [isBegun, setBegun] = useState(false);
  const pipeline = useWaterfall(asked, 'any', { enabled });
  const lines = pipeline.isPlaceholderData ? undefined : pipeline.data?.lines;
  return { pipeline, ...decideReading({ lines, isBegun }), begin: () => setBegun(true) };
}

interface LargeProps {
  readonly open: number;
  readonly onBegin: () => void;
}

function Large({ open, onBegin }: LargeProps) {
  const t = useText();
  const { count } = useFormat();
  return (
    <Group gap="sm">
      <Text size="sm">{t('outlook.large', { open: count(open) })}</Text>
      <Button size="xs" variant="light" onClick={onBegin}>
        {t('outlook.begin')}
      </Button>
    </Group>
  );
}

function Reckoning({ definition }: { readonly definition: ForecastWire['definitions']['range'] }) {
  const t = useText();
  return (
    <details className={classes.reckoning} data-screen-only>
      <summary>{t('outlook.reckoning')}</summary>
      <p>
        <strong>{definition.formula}</strong>
        <br />
        {definition.explanation}
      </p>
    </details>
  );
}
