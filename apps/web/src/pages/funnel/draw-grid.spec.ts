import type { MatrixWire } from '@tandem/contracts';
import { drawGrid } from './draw-grid';
import { moveCells } from './funnel-cells';

const sum = (count: number) => ({ count, value: { amountMinor: '0', currency: 'USD' }, withoutValue: 0 });

const whole: MatrixWire = {
  cells: [
    { from: 'created', to: 'prospect', kind: 'created', skipped: false, ...sum(3) },
    { from: 'prospect', to: 'propose', kind: 'forward', skipped: true, ...sum(2) },
    { from: 'propose', to: 'prospect', kind: 'regression', skipped: false, ...sum(1) },
  ],
  out: [
    { place: 'created', ...sum(3) },
    { place: 'prospect', ...sum(2) },
    { place: 'propose', ...sum(1) },
  ],
  into: [
    { place: 'prospect', ...sum(4) },
    { place: 'propose', ...sum(2) },
  ],
  kinds: [],
  skips: sum(2),
  total: sum(6),
  undated: 0,
};

describe('the moves as rows and columns', () => {
  it('leave a place empty where nothing moved, and keep the order of the funnel', () => {
    const rows = drawGrid({ whole })?.rows.map(({ place, cells }) => [
      place,
      ...cells.map((cell) => cell?.count ?? null),
    ]);
    expect(rows).toEqual([
      ['created', 3, null],
      ['prospect', null, 2],
      ['propose', 1, null],
    ]);
  });

  it('are nothing where nothing moved, or nothing can be known', () => {
    expect(drawGrid({ whole: null })).toBeNull();
    expect(drawGrid({ whole: { ...whole, cells: [], out: [], into: [], total: sum(0) } })).toBeNull();
  });

  it('are a sheet whose margins are the sums', () => {
    const grid = drawGrid({ whole });
    expect(grid && moveCells(grid, (place) => place.toUpperCase(), { from: 'From', all: 'All' })).toEqual([
      ['From', 'PROSPECT', 'PROPOSE', 'All'],
      ['CREATED', '3', '', '3'],
      ['PROSPECT', '', '2', '2'],
      ['PROPOSE', '1', '', '1'],
      ['All', '4', '2', '6'],
    ]);
  });
});
