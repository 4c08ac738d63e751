import type { CSSProperties, ReactNode } from 'react';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import type { SourceViewProps } from './source-table';
import classes from './sources.module.css';

/** Pipeline for each unit spent as bars, the longest first; a source of unknown cost has no bar but a reason. */
export function SourceChart({ sources: { rows, acceptedRow }, onRow }: SourceViewProps) {
  const t = useText();
  const nameOf = useName();
  const { compactMoney, count } = useFormat();
  const most = Math.max(...rows.map((row) => Number(row.yield ?? 0)), Number.MIN_VALUE);
  return (
    <ol className={classes.chart}>
      {rows.map((row) => {
        const name = nameOf(row.slice.name);
        const pipeline = compactMoney(row.pipeline);
        const told = row.yield
          ? t('sources:told', {
              times: count(Math.round(Number(row.yield) * 10) / 10),
              pipeline,
              cost: row.cost ? compactMoney(row.cost) : '',
            })
          : t('sources:notTold', {
              pipeline,
              why:
                row.costUnavailable?.detail ?? t(`sources:none.${row.key === 'none' && row.cost ? 'source' : 'cost'}`),
            });
        return (
          <li key={row.key}>
            <Line
              words={`${name}${t('common.colon')}${told}`}
              onOpen={acceptedRow === null ? null : () => onRow(acceptedRow, row.key)}
            >
              <span className={classes.name}>{name}</span>
              <span className={classes.track}>
                {row.yield ? (
                  <span className={classes.bar} style={{ '--share': Number(row.yield) / most } as CSSProperties} />
                ) : null}
              </span>
              <span className={classes.told}>{told}</span>
            </Line>
          </li>
        );
      })}
    </ol>
  );
}

interface LineProps {
  readonly words: string;
  /** Null where there is nothing behind it. */
  readonly onOpen: (() => void) | null;
  readonly children: ReactNode;
}

const Line = ({ words, onOpen, children }: LineProps) =>
  onOpen === null ? (
    <span className={classes.line}>{children}</span>
  ) : (
    <button
      type="button"
      className={`mantine-focus-auto ${classes.line}`}
      aria-haspopup="dialog"
      aria-label={words}
      onClick={onOpen}
    >
      {children}
    </button>
  );
