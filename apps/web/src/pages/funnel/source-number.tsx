import { UnstyledButton } from '@mantine/core';
import { useText } from '../../i18n/use-text';
import classes from './sources.module.css';

interface SourceNumberProps {
  /** What the number is, and of which source. */
  readonly name: string;
  /** Null where there is none. */
  readonly value: string | null;
  /** Why there is none. */
  readonly why?: string | undefined;
  /** The reason is written out; otherwise it stands in the same row already. */
  readonly isSaid: boolean;
  /** Null where the funnel shows no row with its records. */
  readonly onOpen: (() => void) | null;
}

/** A number of a source that opens its records, or the reason why there is none: never a 0 that nobody counted. */
export function SourceNumber({ name, value, why, isSaid, onOpen }: SourceNumberProps) {
  const t = useText();
  if (value === null)
    return (
      <span className={classes.absent} title={why}>
        {t('figures.notAvailable')}
        {why && isSaid ? <span className={classes.why}>{why}</span> : null}
      </span>
    );
  if (onOpen === null) return <span>{value}</span>;
  return (
    <UnstyledButton
      className={classes.number}
      aria-haspopup="dialog"
      aria-label={t('figures.records.open', { name, value })}
      onClick={onOpen}
    >
      {value}
    </UnstyledButton>
  );
}
