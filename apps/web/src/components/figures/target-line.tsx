import type { FigureWire } from '@tandem/contracts';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import { paceToday } from './bullet-scale';
import classes from './target-line.module.css';
import { useValue } from './use-shown';

/** The words under a bullet bar: target, share attained, and what today's pace asks for. */
export function TargetLine({ figure, gone }: { readonly figure: FigureWire; readonly gone: string }) {
  const t = useText();
  const { ratio } = useFormat();
  const shown = useValue();
  const { target, attainment, pace, betterWhen } = figure;
  if (!target) return <span className={classes.line}>{t('figures.noTarget')}</span>;
  return (
    <span className={classes.line}>
      <span className={classes.target}>
        {t(betterWhen === 'lower' ? 'figures.targetAtMost' : 'figures.target', { value: shown(target) })}
      </span>
      {attainment === null || target.unit === 'ratio' ? null : (
        <span>{t('figures.attained', { share: ratio(attainment) })}</span>
      )}
      {pace === null || Number(gone) >= 1 ? null : (
        <span className={classes.pace} title={t('figures.pace', { pace: Number(pace).toFixed(2), share: ratio(gone) })}>
          {t('figures.paceToday', { value: shown(paceToday(target, gone)) })}
        </span>
      )}
    </span>
  );
}
