import { Text, UnstyledButton } from '@mantine/core';
import { useRef } from 'react';
import type { MatrixAnswerWire } from '@tandem/contracts';
import { useMatrix } from '../../api/below-funnel.api';
import type { FunnelAsked } from '../../api/figures.api';
import { CsvButton, PictureButton } from '../../components/figures/take-along';
import { usePeriodName } from '../../components/figures/use-shown';
import { useFormat } from '../../formats/use-format';
import { useName } from '../../i18n/use-locale';
import { useText } from '../../i18n/use-text';
import { drawGrid, type Grid } from './draw-grid';
import { moveCells } from './funnel-cells';
import { LaterPart, useLater } from './later-part';
import { MoveTable } from './move-table';
import classes from './moves.module.css';
import './texts';
import { usePlaceName } from './use-place-name';

interface MovesProps {
  readonly asked: FunnelAsked;
  readonly onBehind: (behind: string) => void;
}

/** How opportunities moved from stage to stage: every row adds up to what left a place, every column to what came to one. */
export function Moves({ asked, onBehind }: MovesProps) {
  const t = useText();
  const periodName = usePeriodName();
  const later = useLater(asked.period);
  const matrix = useMatrix(asked, later.isWanted);
  const placeName = usePlaceName(matrix.data?.stages ?? []);
  const picture = useRef<HTMLDivElement>(null);
  const title = t('moves:title');
  const fileName = `moves-${asked.period}`;
  const rows = (grid: Grid) => () => moveCells(grid, placeName, { from: t('moves:from'), all: t('moves:all') });
  return (
    <LaterPart
      later={later}
      title={title}
      metric="stage_moves"
      period={asked.period}
      ask={(period) => t('moves:count', { period })}
      answer={matrix}
      picture={picture}
      renderTools={(told) => {
        const grid = told && drawGrid(told);
        return (
          <>
            <PictureButton part={picture} title={title} detail={periodName(asked.period)} fileName={fileName} />
            {grid ? <CsvButton title={title} rows={rows(grid)} fileName={fileName} /> : null}
          </>
        );
      }}
    >
      {(told) => <Answer told={told} placeName={placeName} onBehind={onBehind} />}
    </LaterPart>
  );
}

interface AnswerProps extends Pick<MovesProps, 'onBehind'> {
  readonly told: MatrixAnswerWire;
  readonly placeName: (place: string) => string;
}

function Answer({ told, placeName, onBehind }: AnswerProps) {
  const t = useText();
  const { count } = useFormat();
  const { whole, unavailable } = told;
  if (unavailable) return <Text size="sm">{unavailable.detail}</Text>;
  const grid = drawGrid(told);
  return (
    <>
      {grid && whole ? (
        <>
          <Kinds whole={whole} onBehind={onBehind} />
          <MoveTable grid={grid} placeName={placeName} onBehind={onBehind} />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('moves:empty')}
        </Text>
      )}
      {whole && whole.undated > 0 ? (
        <Text size="sm" c="dimmed" mt={6}>
          {t('moves:undated', { count: whole.undated, shown: count(whole.undated) })}
        </Text>
      ) : null}
    </>
  );
}

interface KindsProps extends Pick<MovesProps, 'onBehind'> {
  readonly whole: NonNullable<MatrixAnswerWire['whole']>;
}

/** How many steps led on, back or out, and how many jumped over a stage. */
function Kinds({ whole: { kinds, skips }, onBehind }: KindsProps) {
  const t = useText();
  const nameOf = useName();
  const { count } = useFormat();
  const told = [
    ...kinds.map(({ kind, name, count: moves }) => ({ behind: `kind.${kind}`, name: nameOf(name), moves })),
    { behind: 'skips.all', name: t('moves:skips'), moves: skips.count },
  ];
  return (
    <ul className={classes.kinds}>
      {told
        .filter(({ moves }) => moves > 0)
        .map(({ behind, name, moves }) => (
          <li key={behind}>
            <UnstyledButton
              className={classes.kind}
              aria-haspopup="dialog"
              aria-label={t('figures.records.open', { name, value: count(moves) })}
              onClick={() => onBehind(behind)}
            >
              {name} <strong>{count(moves)}</strong>
            </UnstyledButton>
          </li>
        ))}
    </ul>
  );
}
