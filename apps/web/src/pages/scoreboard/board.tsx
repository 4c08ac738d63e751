import { Button, Group } from '@mantine/core';
import { IconChartBarOff } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { FigureKey, FigureWire, ScoreboardWire, SliceKind } from '@tandem/contracts';
import { useTargets } from '../../api/figures.api';
import { useMe } from '../../api/session.api';
import { sizeOf } from '../../components/figures/bullet-scale';
import { FigureCard } from '../../components/figures/figure-card';
import { FigureRow } from '../../components/figures/figure-row';
import { LatestPeriod } from '../../components/figures/latest-period';
import { Empty, LoadingLines } from '../../components/states';
import { useText } from '../../i18n/use-text';
import { JointNumber } from './joint-number';
import classes from './scoreboard.module.css';
import { SignatureMark } from './signatures';
import { TargetButton } from './target-button';

// The last part of the page comes last.
const SliceTable = lazy(async () => ({ default: (await import('./slice-table')).SliceTable }));

interface BoardProps {
  readonly board: ScoreboardWire;
  readonly by: SliceKind;
  /** A past day answers: targets are shown as they stood, and nobody sets or signs those of today beside them. */
  readonly past: boolean;
  /** Whether the joint number will be met; it stands directly under it. */
  readonly ending: ReactNode;
  /** How pipeline got where it is, and why. */
  readonly pipeline: ReactNode;
  /** How a figure went lately. */
  readonly trendOf: (key: FigureKey) => ReactNode;
  readonly onBy: (by: SliceKind) => void;
  readonly onPeriod: (key: string) => void;
  readonly onOpen: (key: FigureKey, sliceId?: string) => void;
}

const joint: FigureKey = 'quota_attainment';
const shared: readonly FigureKey[] = ['new_customers', 'closings', 'gross_profit_per_customer', 'sales_expense_ratio'];

/** The joint number before everything else, the other shared figures, what stands beside them, and the parts last. */
export function Board({ board, by, past, ending, pipeline, trendOf, onBy, onPeriod, onOpen }: BoardProps) {
  const t = useText();
  const { may } = useMe();
  const { range, figures, currency } = board;
  const asked = useTargets(
    range.key,
    figures.map(({ key }) => key),
  );
  const targets = past ? [] : (asked.data ?? []);
  const found = (key: FigureKey) => figures.find((figure) => figure.key === key);
  const headline = found(joint);
  const rows = shared.map(found).filter((figure) => figure !== undefined);
  const cards = figures.filter(({ key }) => key !== joint && !shared.includes(key));
  const committed = found('net_revenue');
  const targetOf = (key: FigureKey) => targets.find(({ figureKey }) => figureKey === key);
  const setter = (figure: FigureWire) =>
    may.includes('set_targets') && !past ? (
      <TargetButton figure={figure} period={range.key} currency={currency} target={targetOf(figure.key)} />
    ) : null;
  return (
    <>
      {headline ? (
        <JointNumber
          figure={headline}
          range={range}
          targets={targets}
          onOpen={onOpen}
          action={committed ? setter(committed) : null}
          trend={trendOf(headline.key)}
        />
      ) : null}
      {ending}
      {figures.every(isIdle) ? <Nothing onPeriod={onPeriod} /> : null}
      <section aria-label={t('scoreboard.shared')}>
        <h2 className={classes.heading} title={t('scoreboard.sharedHint')}>
          {t('scoreboard.shared')}
        </h2>
        <ul className={classes.rows}>
          {rows.map((figure) => (
            <FigureRow
              key={figure.key}
              figure={figure}
              range={range}
              onOpen={() => onOpen(figure.key)}
              trend={trendOf(figure.key)}
              action={
                <>
                  <SignatureMark target={targetOf(figure.key)} />
                  {setter(figure)}
                </>
              }
            />
          ))}
        </ul>
      </section>
      {pipeline}
      <section aria-label={t('scoreboard.below')}>
        <h2 className={classes.heading}>{t('scoreboard.below')}</h2>
        <ul className={classes.cards}>
          {cards.map((figure) => (
            <FigureCard key={figure.key} figure={figure} range={range} onOpen={() => onOpen(figure.key)} />
          ))}
        </ul>
      </section>
      <Suspense fallback={<LoadingLines lines={5} height={34} />}>
        <SliceTable board={board} by={by} onBy={onBy} onOpen={onOpen} />
      </Suspense>
    </>
  );
}

const isIdle = ({ value }: FigureWire): boolean => value === null || sizeOf(value) === 0;

function Nothing({ onPeriod }: Pick<BoardProps, 'onPeriod'>) {
  const t = useText();
  const { may } = useMe();
  return (
    <div data-screen-only>
      <Empty
        icon={<IconChartBarOff size={36} stroke={1.4} aria-hidden />}
        title={t('scoreboard.empty')}
        detail={t('scoreboard.emptyNext')}
        action={
          <Group gap="xs" justify="center">
            <LatestPeriod onPick={onPeriod} />
            <Button component={Link} to="/board" variant="light">
              {t('scoreboard.toBoard')}
            </Button>
            {may.includes('import') ? (
              <Button component={Link} to="/import" variant="default">
                {t('scoreboard.toImport')}
              </Button>
            ) : null}
          </Group>
        }
      />
    </div>
  );
}
