import type { ReactNode } from 'react';
import type { FigureKey, FigureValue, FigureWire, RangeWire } from '@tandem/contracts';
import type { JointTarget } from '../../api/figures.api';
import { BulletBar } from '../../components/figures/bullet-bar';
import { ChangeMark } from '../../components/figures/change-mark';
import { DefinitionButton } from '../../components/figures/definition-button';
import { FigureNotes } from '../../components/figures/figure-notes';
import { FigureNumber } from '../../components/figures/figure-number';
import { StandingMark } from '../../components/figures/standing';
import { TargetLine } from '../../components/figures/target-line';
import { useFigureName, useValue } from '../../components/figures/use-shown';
import { useFormat } from '../../formats/use-format';
import { useText } from '../../i18n/use-text';
import classes from './joint-number.module.css';
import { Signatures } from './signatures';

interface JointNumberProps {
  readonly figure: FigureWire;
  readonly range: RangeWire;
  readonly targets: readonly JointTarget[];
  readonly onOpen: (key: FigureKey) => void;
  readonly action: ReactNode;
  /** How it went lately. */
  readonly trend: ReactNode;
}

/** The number both sides committed to, with the names of the two who signed it. */
export function JointNumber({ figure, range, targets, onOpen, action, trend }: JointNumberProps) {
  const t = useText();
  const nameOf = useFigureName();
  // The heads sign an amount of money; attainment is how much of it is there.
  const target = [figure.key, 'net_revenue']
    .map((key) => targets.find(({ figureKey }) => figureKey === key))
    .find((candidate) => candidate !== undefined);
  const shown = useValue();
  return (
    <section className={classes.panel} aria-label={t('scoreboard.theNumber')}>
      <div className={classes.head}>
        <h2>{t('scoreboard.theNumber')}</h2>
        <span className={classes.name}>
          {nameOf(figure.key)}
          <DefinitionButton figure={figure} range={range} />
        </span>
        <span className={classes.standing}>
          <StandingMark figure={figure} gone={range.gone} />
        </span>
      </div>
      <div className={classes.main}>
        <div className={classes.value}>
          <FigureNumber figure={figure} name={nameOf(figure.key)} size="headline" onOpen={() => onOpen(figure.key)} />
          <ChangeMark figure={figure} gone={range.gone} />
          <div className={classes.trend}>{trend}</div>
        </div>
        <div className={classes.measure}>
          <Gap figure={figure} over={Number(range.gone) >= 1} />
          <BulletBar figure={figure} gone={range.gone} tall />
          {figure.target ? <TargetLine figure={figure} gone={range.gone} /> : null}
          <FigureNotes figure={figure} />
        </div>
      </div>
      <div className={classes.foot}>
        <div className={classes.committed}>
          {target ? (
            <strong>
              {t('scoreboard.committed', { figure: nameOf(target.figureKey), value: shown(target.value) })}
            </strong>
          ) : null}
          {action}
          <Signatures target={target} />
        </div>
      </div>
    </section>
  );
}

/** What was reached of the quota in money, and what is missing. */
function Gap({ figure, over }: { readonly figure: FigureWire; readonly over: boolean }) {
  const t = useText();
  const { money } = useFormat();
  const [reached, quota] = ['bookings', 'quota'].map((key) =>
    amountOf(figure.parts.find((part) => part.key === key)?.value),
  );
  if (!reached || !quota || reached.currency !== quota.currency) return null;
  const missing = BigInt(quota.amountMinor) - BigInt(reached.amountMinor);
  const distance = { amountMinor: String(missing < 0n ? -missing : missing), currency: quota.currency };
  const short = over ? 'scoreboard.short' : 'scoreboard.toGo';
  return (
    <p className={classes.gap}>
      <strong>{t('scoreboard.of', { reached: money(reached), quota: money(quota) })}</strong>
      <span>{t(missing > 0n ? short : 'scoreboard.passed', { amount: money(distance) })}</span>
    </p>
  );
}

const amountOf = (value: FigureValue | null | undefined) => (value?.unit === 'money' ? value.money : null);
