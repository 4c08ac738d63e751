import type { FigureWire } from '@tandem/contracts';
import { useText } from '../../i18n/use-text';
import classes from './bullet-bar.module.css';
import { bulletScale, paceToday } from './bullet-scale';
import { useFigureName, useValue } from './use-shown';

interface BulletBarProps {
  readonly figure: FigureWire;
  /** Share of the period's working days gone. */
  readonly gone: string;
  readonly tall?: boolean;
}

/** Value against target with today's pace between them, as plain HTML so that it prints and reads aloud. */
export function BulletBar({ figure, gone, tall = false }: BulletBarProps) {
  const t = useText();
  const shown = useValue();
  const name = useFigureName()(figure.key);
  const { target, value } = figure;
  const scale = target && bulletScale({ value, target, paced: figure.pace !== null, gone });
  if (!target || !scale) return null;
  const facts = { name, value: value ? shown(value) : t('figures.notAvailable'), target: shown(target) };
  const said =
    scale.paceAt === null
      ? t('figures.bar', facts)
      : t('figures.barPaced', { ...facts, pace: shown(paceToday(target, gone)) });
  return (
    <div className={classes.bar} data-tall={tall || undefined} role="img" aria-label={said}>
      <span
        className={classes.fill}
        data-standing={figure.standing ?? undefined}
        style={{ width: `${scale.valueAt}%` }}
      />
      {scale.paceAt === null ? null : <span className={classes.pace} style={{ left: `${scale.paceAt}%` }} />}
      <span className={classes.target} style={{ left: `${scale.targetAt}%` }} />
    </div>
  );
}
