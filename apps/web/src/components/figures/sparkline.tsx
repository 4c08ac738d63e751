import { useText } from '../../i18n/use-text';
import { sizeOf } from './bullet-scale';
import type { TrendValue } from './collect-trend';
import { drawTrend } from './draw-trend';
import classes from './sparkline.module.css';
import { usePeriodName, useValue } from './use-shown';

interface SparklineProps {
  readonly trend: readonly TrendValue[];
  /** The last period is not over: what it shows is not comparable yet. */
  readonly isRunning: boolean;
}

const width = 96;
const height = 24;
const room = 3;

/** The last periods of a figure as a line; it reads aloud as the values it is drawn of. A period that runs is a ring at the end of dashes. */
export function Sparkline({ trend, isRunning }: SparklineProps) {
  const t = useText();
  const shown = useValue();
  const nameOf = usePeriodName();
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last || trend.filter(({ value }) => value !== null).length < 2) return null;
  const said = trend.map(({ value, period }) => {
    if (!value) return t('figures.notAvailable');
    return isRunning && period === last.period ? t('figures.trend.soFar', { value: shown(value) }) : shown(value);
  });
  const told = t('figures.trend.told', {
    count: trend.length,
    from: nameOf(first.period),
    until: nameOf(last.period),
    values: said.join(t('common.comma')),
  });
  const at = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${room + (x / 100) * (width - 2 * room)},${room + (y / 100) * (height - 2 * room)}`;
  const lines = drawTrend(trend.map(({ value }) => (value ? sizeOf(value) : null)));
  return (
    <svg
      className={classes.line}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={told}
    >
      <title>{told}</title>
      {lines.map((line) => {
        const over = line.filter(({ place }) => !isRunning || place < trend.length - 1);
        const end = line.at(-1);
        const running = line.slice(over.length - 1);
        return (
          <g key={line[0]?.place}>
            <polyline points={over.map(at).join(' ')} />
            {running.length > 1 && over.length < line.length ? (
              <polyline points={running.map(at).join(' ')} data-running />
            ) : null}
            {end && end.place === trend.length - 1 ? (
              <circle
                cx={at(end).split(',')[0]}
                cy={at(end).split(',')[1]}
                r={2.4}
                data-running={isRunning || undefined}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
