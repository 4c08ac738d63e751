import type { ForecastWire, MoneyWire } from '@tandem/contracts';
import { useFormat } from '../../../formats/use-format';
import { useText } from '../../../i18n/use-text';
import { BehindButton } from './behind-button';
import type { Goal } from './find-goal';
import { scaleEnding, tellEnding, type EndingScale, type Verdict } from './judge-ending';
import { readEnding } from './read-ending';
import classes from './where-it-ends.module.css';

interface EndingRangeProps {
  readonly forecast: NonNullable<ForecastWire['forecast']>;
  readonly goal: Goal | null;
  readonly verdict: Verdict | null;
  readonly onOpen: (behind: string) => void;
}

/** The range a period may end in: a sentence, one bar with what was asked on it, and the numbers of its marks. */
export function EndingRange({ forecast, goal, verdict, onOpen }: EndingRangeProps) {
  const t = useText();
  const { money, compactMoney } = useFormat();
  const { won, open, simulated, notes } = forecast;
  const scale = scaleEnding(readEnding(forecast), goal ? BigInt(goal.money.amountMinor) : null);
  const sentence = useSentence(forecast, goal, verdict);
  const marks: readonly (readonly ['low' | 'likely' | 'high', MoneyWire])[] = [
    ['low', simulated.p10],
    ['likely', simulated.p50],
    ['high', simulated.p90],
  ];
  const isSettled =
    verdict === 'missed' || (open.count === 0 && simulated.p10.amountMinor === simulated.p90.amountMinor);
  const said = t('outlook.bar', {
    won: compactMoney(won),
    low: compactMoney(simulated.p10),
    likely: compactMoney(simulated.p50),
    high: compactMoney(simulated.p90),
  });
  return (
    <>
      <p className={classes.sentence} data-ending>
        {sentence}
      </p>
      {scale && (goal || !isSettled) ? <RangeBar scale={scale} said={said} verdict={verdict} /> : null}
      <ul className={classes.marks}>
        <li data-mark="won">
          {t('outlook.won')} <strong title={money(won)}>{compactMoney(won)}</strong>
        </li>
        {isSettled
          ? null
          : marks.map(([mark, amount]) => (
              <li key={mark} data-mark={mark} title={t(`outlook.${mark}Hint`)}>
                {t(`outlook.${mark}`)} <strong title={money(amount)}>{compactMoney(amount)}</strong>
              </li>
            ))}
        {goal ? (
          <li data-mark="goal">
            {t(`outlook.${goal.of}`)} <strong title={money(goal.money)}>{compactMoney(goal.money)}</strong>
          </li>
        ) : null}
        {open.count === 0 ? null : (
          <li>
            {t('outlook.open', { count: open.count })}{' '}
            <BehindButton
              behind="forecast.open"
              name={t('outlook.openName')}
              value={money(open.weighted)}
              onOpen={onOpen}
            />
          </li>
        )}
      </ul>
      {notes.length === 0 ? null : (
        <div className={classes.notes}>
          {notes.map(({ code, detail }) => (
            <p key={code}>{detail}</p>
          ))}
        </div>
      )}
    </>
  );
}

function useSentence(forecast: EndingRangeProps['forecast'], goal: Goal | null, verdict: Verdict | null): string {
  const t = useText();
  const { compactMoney } = useFormat();
  const { won, open, simulated } = forecast;
  if (!goal || !verdict) return t('outlook.noGoal', { likely: compactMoney(simulated.p50) });
  const ending = readEnding(forecast);
  const { key, distanceMinor } = tellEnding(ending, BigInt(goal.money.amountMinor), verdict);
  const shown = (minor: bigint) => compactMoney({ amountMinor: minor.toString(), currency: won.currency });
  return t(`outlook.say.${key}`, {
    count: open.count,
    goal: compactMoney(goal.money),
    won: compactMoney(won),
    low: compactMoney(simulated.p10),
    likely: compactMoney(simulated.p50),
    high: compactMoney(simulated.p90),
    all: shown(ending.allMinor),
    distance: shown(distanceMinor < 0n ? -distanceMinor : distanceMinor),
  });
}

interface RangeBarProps {
  readonly scale: EndingScale;
  readonly said: string;
  readonly verdict: Verdict | null;
}

/** What is won, the range beyond it and what was asked, as plain HTML so that it prints. */
function RangeBar({ scale, said, verdict }: RangeBarProps) {
  const { wonAt, lowAt, likelyAt, highAt, goalAt } = scale;
  return (
    <div className={classes.bar} role="img" aria-label={said}>
      <span className={classes.won} style={{ width: `${wonAt}%` }} />
      <span
        className={classes.span}
        data-verdict={verdict ?? undefined}
        style={{ left: `${lowAt}%`, width: `${Math.max(0, highAt - lowAt)}%` }}
      />
      <span className={classes.likely} style={{ left: `${likelyAt}%` }} />
      {goalAt === null ? null : <span className={classes.goal} style={{ left: `${goalAt}%` }} />}
    </div>
  );
}
