import type { CSSProperties } from 'react';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import classes from './pipeline-waterfall.module.css';
import type { WaterfallBar } from './stack-waterfall';
import { useSigned } from './use-signed';

export interface WaterfallViewProps {
  readonly bars: readonly WaterfallBar[];
  readonly onOpen: (behind: string) => void;
}

/** The waterfall as bars of plain HTML, so that it prints and reads aloud; every bar opens what it is made of. */
export function WaterfallChart({ bars, onOpen }: WaterfallViewProps) {
  const t = useText();
  const { count } = useFormat();
  const signed = useSigned();
  return (
    <ol className={classes.chart}>
      {bars.map((bar) => {
        const { line, tone, at, length } = bar;
        const value = signed(bar, line.value);
        const deals = t('outlook.waterfall.deals', { count: line.count, shown: count(line.count) });
        return (
          <li key={line.bucket} data-bucket={line.bucket}>
            <button
              type="button"
              className={`mantine-focus-auto ${classes.row}`}
              aria-haspopup="dialog"
              aria-label={t('outlook.waterfall.line', { name: line.name, value, deals })}
              onClick={() => onOpen(`waterfall.${line.bucket}`)}
            >
              <span className={classes.name}>{line.name}</span>
              <span className={classes.track}>
                <span
                  className={classes.bar}
                  data-tone={tone}
                  style={{ '--at': `${at}%`, '--length': `${length}%` } as CSSProperties}
                />
              </span>
              <span className={classes.value} data-value>
                {value}
              </span>
              <span className={classes.count}>{deals}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
