import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { HistoryWire, StageWire } from '@tandem/contracts';
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

interface TimelineProps {
  readonly history: UseQueryResult<HistoryWire>;
  readonly stages: readonly StageWire[];
}

/** Everything that happened on both sides, newest first. */
export function Timeline({ history, stages }: TimelineProps) {
  const t = useText();
  const format = useFormat();
  return (
    <section className={classes.box} aria-label={t('opportunity.history.title')}>
      <h2>{t('opportunity.history.title')}</h2>
      {body()}
    </section>
  );

  function body() {
    if (history.isPending) return <LoadingLines lines={4} />;
    if (!history.data) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
    const entries = tellHistory(history.data, format.dayOf);
    if (entries.length === 0) return <Text size="sm">{t('opportunity.history.empty')}</Text>;
    return (
      <ol className={lines.timeline}>
        {entries.map((entry) => (
          <li key={anchorOf(entry)} id={anchorOf(entry)} tabIndex={-1}>
            {lineOf(entry)}
          </li>
        ))}
      </ol>
    );
  }

  function lineOf(entry: Entry) {
    if (entry.kind === 'move') return <MoveEntry told={entry} stages={stages} />;
    if (entry.kind === 'correction') return <CorrectionEntry told={entry} stages={stages} />;
    if (entry.kind === 'booking') return <BookingEntry told={entry} />;
    if (entry.kind === 'restatement') return <RestatementEntry told={entry} />;
    return <HandOffEntry handOff={entry.handOff} answered={entry.kind === 'answered'} />;
  }
}
