import { IconArrowsExchange } from '@tabler/icons-react';
import { Fragment, type CSSProperties } from 'react';
import type { FunnelRowWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import classes from './funnel-chart.module.css';
import { findLeaks } from './find-leaks';
import { FunnelStep } from './funnel-step';
import type { Entries } from './funnel-records';

interface FunnelViewProps {
  readonly rows: readonly FunnelRowWire[];
  readonly onOpen: (entries: Entries) => void;
  readonly onStays: (row: string) => void;
}

/** The funnel as bars of plain HTML: what entered each row, and under it what became of the grown-up entries. */
export function FunnelChart({ rows, onOpen, onStays }: FunnelViewProps) {
  const t = useText();
  const most = Math.max(1, ...rows.map(({ entered }) => entered));
  const leak = findLeaks(rows).biggest?.to.key;
  return (
    <>
      <Legend />
      <ol className={classes.chart}>
        {rows.map((row, place) => {
          const next = rows[place + 1];
          const before = rows[place - 1];
          const seam = before !== undefined && before.ownerSide !== row.ownerSide;
          return (
            <Fragment key={row.key}>
              {seam ? <Seam /> : null}
              {seam || !before ? (
                <li className={classes.owner} data-side={row.ownerSide}>
                  {t(`words:side.${row.ownerSide}`)}
                </li>
              ) : null}
              <li className={classes.row} data-side={row.ownerSide} data-row={row.key}>
                <Bar row={row} most={most} onOpen={() => onOpen({ row: row.key })} onStays={() => onStays(row.key)} />
                {next?.conversion && row.entered > 0 ? (
                  <FunnelStep
                    from={row}
                    to={next}
                    conversion={next.conversion}
                    share={row.entered / most}
                    leak={next.key === leak}
                    onOpen={(converted) => onOpen({ row: row.key, converted })}
                  />
                ) : null}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </>
  );
}

interface BarProps {
  readonly row: FunnelRowWire;
  readonly most: number;
  readonly onOpen: () => void;
  readonly onStays: () => void;
}

function Bar({ row, most, onOpen, onStays }: BarProps) {
  const t = useText();
  const nameOf = useName();
  const { count, money, ratio } = useFormat();
  const name = nameOf(row.name);
  const step = t(`words:buyerStep.${row.buyerStep}`);
  const impliedShare = row.entered === 0 ? 0 : row.implied / row.entered;
  return (
    <>
      <div className={classes.name}>
        <h2>{name}</h2>
        {step === name ? null : <span>{step}</span>}
      </div>
      <button
        type="button"
        className={classes.bar}
        aria-haspopup="dialog"
        aria-label={t('funnel.enteredOf', { name, count: count(row.entered) })}
        onClick={onOpen}
      >
        <span className={classes.length} style={{ '--share': row.entered / most } as CSSProperties}>
          {row.implied === 0 ? null : <span className={classes.implied} style={{ width: `${impliedShare * 100}%` }} />}
        </span>
        <span className={classes.count}>{count(row.entered)}</span>
      </button>
      <div className={classes.facts}>
        <button
          type="button"
          className={`mantine-focus-auto ${classes.fact}`}
          aria-haspopup="dialog"
          aria-label={t('figures.records.open', { name, value: money(row.value) })}
          onClick={onOpen}
        >
          <strong>{money(row.value)}</strong>
        </button>
        {row.withoutValue ? (
          <span>{t('funnel.withoutValue', { count: row.withoutValue, shown: count(row.withoutValue) })}</span>
        ) : null}
        <span>
          {row.medianDays === null ? null : (
            <button
              type="button"
              className={`mantine-focus-auto ${classes.fact}`}
              aria-haspopup="dialog"
              aria-label={t('funnel.staysOf', { name })}
              onClick={onStays}
            >
              {t('funnel.median', { count: row.medianDays, shown: count(Math.round(row.medianDays * 10) / 10) })}
            </button>
          )}
          {row.implied === 0 ? null : (
            <span title={t('funnel.impliedHint', { count: row.implied, entered: row.entered })}>
              {row.medianDays === null ? '' : ' · '}
              {t('funnel.implied', { share: ratio(String(impliedShare)) })}
            </span>
          )}
        </span>
      </div>
    </>
  );
}

function Seam() {
  const t = useText();
  return (
    <li className={classes.seam} title={t('funnel.handOffHint')}>
      <span>
        <IconArrowsExchange size={15} aria-hidden /> {t('funnel.handOff')}
      </span>
    </li>
  );
}

function Legend() {
  const t = useText();
  return (
    <ul className={classes.legend}>
      {(['yes', 'no', 'running', 'implied'] as const).map((part) => (
        <li key={part}>
          <span className={classes.swatch} data-part={part} />
          {t(`funnel.legend.${part}`)}
        </li>
      ))}
    </ul>
  );
}
