import classes from '../../../components/figures/figure-number.module.css';
import { useText } from '../../../i18n/use-text';

interface BehindButtonProps {
  /** Whose records it opens, as in `coverage.to_go`. */
  readonly behind: string;
  readonly name: string;
  readonly value: string;
  readonly onOpen: (behind: string) => void;
}

/** An amount that opens the records it is the sum of. */
export function BehindButton({ behind, name, value, onOpen }: BehindButtonProps) {
  const t = useText();
  return (
    <button
      type="button"
      className={`mantine-focus-auto ${classes.number}`}
      data-size="cell"
      data-behind={behind}
      aria-haspopup="dialog"
      aria-label={t('figures.records.open', { name, value })}
      onClick={() => onOpen(behind)}
    >
      {value}
    </button>
  );
}
