import { note } from '../rules/figure-value';
import { transitionKinds } from './rules/find-transitions';
import { nameOfKind, sayFlowNote } from './say-flow';

describe('the figures of flow', () => {
  test('name every kind of move in both languages', () => {
    expect(transitionKinds.map((kind) => nameOfKind(kind).zhTW)).toEqual([
      '建立',
      '前進',
      '退回',
      '成交',
      '失單',
      '取消',
      '重新開啟',
      '成交後推進',
    ]);
  });

  test('say their own reasons, and those of the scoreboard as the scoreboard does', () => {
    expect(sayFlowNote('en', note('too_few_winners', { count: 7 }))).toBe(
      'Only 7 won opportunities have been in this stage: too few to learn a threshold from.',
    );
    expect(sayFlowNote('zh-TW', note('nothing_recorded_yet', { day: '2010-06-01' }))).toBe(
      '截至 2010-06-01 這裡還沒有任何紀錄。',
    );
  });
});
