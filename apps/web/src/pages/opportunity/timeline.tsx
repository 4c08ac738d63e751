import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { HistoryWire, StageWire } from '@tandem/contracts';
import type { Touches } from '../../api/touches.api';
import { Failure, LoadingLines } from '../../components/states';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { anchorOf } from './anchors';
import { BookingEntry } from './booking-entry';
import { CorrectionEntry } from './correction-entry';
import { HandOffEntry } from './hand-off-entry';
import { MoveEntry } from './move-entry';
import classes from './opportunity.module.css';
import { RestatementEntry } from './restatement-entry';
import { tellHistory, type Entry } from './tell-history';
import lines from './timeline.module.css';
import { TouchEntry } from './touch-entry';

interface TimelineProps {
  readonly history: UseQueryResult<HistoryWire>;
  readonly touches: UseQueryResult<Touches>;
  readonly stages: readonly StageWire[];
}

/** Everything that happened on both sides, newest first. */
export function Timeline({ history, touches, stages }: TimelineProps) {
  const t = useText();
  const format = useFormat();
  return (
    <section className={classes.box} aria-label={t('opportunity.history.title')}>
      <h2>{t('opportunity.history.title')}</h2>
      {body()}
    </section>
  );

  function body() {
    // A story without its calls would look whole, so both are waited for.
    if (history.isPending || touches.isPending) return <LoadingLines lines={4} />;
    if (!history.data || !touches.data)
      return (
        <Failure
          error={history.error ?? touches.error}
          onRetry={() => void Promise.all([history.refetch(), touches.refetch()])}
        />
      );
    const { items, page } = touches.data;
    const entries = tellHistory({ ...history.data, touches: items }, format.dayOf);
    if (entries.length === 0) return <Text size="sm">{t('opportunity.history.empty')}</Text>;
    return (
      <>
        {page.nextCursor ? (
          <Text size="sm">{t('opportunity.history.latestTouches', { count: items.length })}</Text>
        ) : null}
        <ol className={lines.timeline}>
          {entries.map((entry) => (
            <li key={anchorOf(entry)} id={anchorOf(entry)} tabIndex={-1}>
              {lineOf(entry)}
            </li>
          ))}
        </ol>
      </>
    );
  }

  function lineOf(entry: Entry) {
    if (entry.kind === 'move') return <MoveEntry told={entry} stages={stages} />;
    if (entry.kind === 'correction') return <CorrectionEntry told={entry} stages={stages} />;
    if (entry.kind === 'booking') return <BookingEntry told={entry} />;
    if (entry.kind === 'restatement') return <RestatementEntry told={entry} />;
    if (entry.kind === 'touched') return <TouchEntry touch={entry.touch} />;
    return <HandOffEntry handOff={entry.handOff} answered={entry.kind === 'answered'} />;
  }
}
