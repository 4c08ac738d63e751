import { expect, test } from '@jest/globals';
import { rollupTables } from './rollup-tables';
import { measuresOf, type Cell } from './rules/cell';

test.each(Object.entries(rollupTables))(
  'the columns of %s stand in the order in which its measures are told',
  (kind, table) => {
    const measures = Object.keys(table.measures);
    expect(measures).toEqual(table.packed === null || kind === 'entry' ? measuresOf[kind as Cell['kind']] : []);
  },
);
