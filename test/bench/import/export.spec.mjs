import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawExport } from './export.mjs';

const linesOf = (size, mark = 'A') =>
  Object.fromEntries(Object.entries(drawExport(size, mark)).map(([name, lines]) => [name, [...lines]]));
const cellsOf = ([header, ...lines]) =>
  lines.map((line) => Object.fromEntries(header.split(',').map((name, place) => [name, line.split(',')[place]])));

describe('an export that is made up', () => {
  const export_ = linesOf(8_800);
  const pipeline = cellsOf(export_['sales_pipeline.csv']);
  const accounts = cellsOf(export_['accounts.csv']);

  it('is the same each time, and another mark shares people and products alone', () => {
    assert.deepEqual(linesOf(100), linesOf(100));
    const other = linesOf(100, 'B');
    assert.deepEqual(other['sales_teams.csv'], linesOf(100)['sales_teams.csv']);
    assert.deepEqual(other['products.csv'], linesOf(100)['products.csv']);
    const ids = (lines) => new Set(lines.slice(1).map((line) => line.split(',')[0]));
    for (const file of ['accounts.csv', 'sales_pipeline.csv']) {
      const known = ids(linesOf(100)[file]);
      assert.ok([...ids(other[file])].every((id) => !known.has(id)));
    }
  });

  it('has as many opportunities as asked, each with an id of its own', () => {
    assert.equal(new Set(pipeline.map((row) => row.opportunity_id)).size, 8_800);
    assert.equal(accounts.length, 2_200);
  });

  it('names customers that stand in the list, and parents that stand above', () => {
    const known = new Set(accounts.map(({ account }) => account));
    for (const { account } of pipeline) assert.ok(account === '' || known.has(account));
    const above = new Set();
    for (const { account, subsidiary_of: parent } of accounts) {
      assert.ok(parent === '' || above.has(parent));
      above.add(account);
    }
  });

  it('is won, lost and open about as often as the real one, with its faults', () => {
    const share = (is) => pipeline.filter(is).length / pipeline.length;
    const near = (found, expected) => assert.ok(Math.abs(found - expected) < 0.02, `${found} is not near ${expected}`);
    near(
      share((row) => row.deal_stage === 'Won'),
      0.4816,
    );
    near(
      share((row) => row.deal_stage === 'Lost'),
      0.281,
    );
    near(
      share((row) => row.account === ''),
      0.162,
    );
    near(
      share((row) => row.engage_date === ''),
      0.057,
    );
    near(
      share((row) => row.product === 'GTXPro'),
      1 / 7,
    );
  });

  it('closes what is closed after it was engaged, and wins nothing for nothing', () => {
    for (const { deal_stage: stage, engage_date: engaged, close_date: closed, close_value: value } of pipeline) {
      const isClosed = stage === 'Won' || stage === 'Lost';
      assert.equal(closed !== '', isClosed);
      if (isClosed) assert.ok(closed > engaged);
      assert.equal(Number(value) > 0, stage === 'Won');
    }
  });
});
