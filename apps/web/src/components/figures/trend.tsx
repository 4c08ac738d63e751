import type { FigureKey, ScoreboardWire } from '@tandem/contracts';
import type { Asked } from '../../api/figures.api';
import { usePastScoreboards } from '../../api/trend.api';
import { collectTrend, pastPeriods } from './collect-trend';
import { Sparkline } from './sparkline';

interface TrendProps {
  readonly asked: Asked;
  readonly board: ScoreboardWire;
  readonly figureKey: FigureKey;
  /** The first figures are there: now the rest may be asked for. */
  readonly enabled: boolean;
}

const points = 8;

/** The last eight periods of a figure; all figures of a scoreboard share what is asked for it. */
export function Trend({ asked, board, figureKey, enabled }: TrendProps) {
  const past = usePastScoreboards(asked, pastPeriods(asked.period, points), { enabled }).data;
  if (!past) return null;
  return <Sparkline trend={collectTrend([...past, board], figureKey)} isRunning={Number(board.range.gone) < 1} />;
}
