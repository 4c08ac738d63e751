import { IconEqual, IconRefreshAlert } from '@tabler/icons-react';
import type { AgendaItemWire, FigureKey, FigureValue } from '@tandem/contracts';
import { useFigureNow } from '../../../api/figures.api';
import { useValue } from '../../../components/figures/use-shown';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import classes from './run.module.css';

interface ChangedSinceProps {
  readonly figureKey: FigureKey;
  readonly snapshot: NonNullable<AgendaItemWire['snapshot']>;
  readonly composedAt: string;
}

/** The agenda says what a figure was when it was written; the room talks about what it is. */
export function ChangedSince({ figureKey, snapshot, composedAt }: ChangedSinceProps) {
  const t = useText();
  const valueOf = useValue();
  const { instant } = useFormat();
  const now = useFigureNow(figureKey, snapshot.period).data;
  if (now === undefined) return null;
  const said = (value: FigureValue | null) => (value === null ? t('meetings.run.noValue') : valueOf(value));
  const facts = { at: instant(composedAt), before: said(snapshot.value), now: said(now) };
  const isSame = facts.before === facts.now;
  return (
    <p className={classes.since} data-changed={!isSame || undefined}>
      {isSame ? <IconEqual size={17} aria-hidden /> : <IconRefreshAlert size={17} aria-hidden />}{' '}
      {t(isSame ? 'meetings.run.sameSince' : 'meetings.run.changedSince', facts)}
    </p>
  );
}
