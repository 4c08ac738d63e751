import type { moves as english } from '../../en/web/moves';
import type { SameKeys } from '../../same-keys';

/** Traditional Chinese texts of the screens: how opportunities moved from stage to stage. */
export const moves: SameKeys<typeof english> = {
  title: '階段移動',
  count: '計算{{period}}的移動',
  empty: '此期間沒有任何移動。',
  from: '從',
  to: '到',
  all: '合計',
  created: '建立',
  way: '{{from}} → {{to}}',
  outOf: '離開{{place}}的全部移動',
  into: '進入{{place}}的全部移動',
  every: '全部移動',
  worth: '金額 {{value}}',
  skips: '跳過必經階段',
  undated_one: '有 1 次移動在此期間才得知，因不知發生日期而未列入。',
  undated_other: '有 {{shown}} 次移動在此期間才得知，因不知發生日期而未列入。',
};
