import type { flow as english } from '../en/flow';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: moves between stages, times, win rates and hand-offs as figures. */
export const flow: SameKeys<typeof english> = {
  throughput: { name: '流通率' },
  variant: {
    broad: { name: '贏單率（廣義）', formula: '成交 ÷（成交 + 失單），以期間內結案的商機計算' },
    narrow: {
      name: '贏單率（狹義）',
      formula: '成交 ÷ 期間內離開最後一個進行中階段的商機，不論成交、失單或退回前面階段',
    },
    qualified: {
      name: '贏單率（僅限合格商機）',
      formula: '成交 ÷（成交 + 失單），以期間內結案且曾進入業務階段的商機計算',
    },
    created: {
      name: '贏單率（依建立期間）',
      formula: '迄今成交 ÷（成交 + 失單 + 仍在進行），以期間內建立的商機計算',
    },
  },
  kind: {
    created: '建立',
    forward: '前進',
    regression: '退回',
    win: '成交',
    loss: '失單',
    cancellation: '取消',
    reopening: '重新開啟',
    after_win: '成交後推進',
  },
  note: {
    no_cases: '這個期間沒有符合的商機。',
    no_value: '這個期間沒有任何一件有金額可供計算。',
    rest_without_value: '未成交的 {{count}} 件都沒有金額，無從比較。',
    no_closings: '這個期間沒有成交，無法計算平均。',
    nothing_due: '這個期間到期的交接都還沒有結果。',
    nothing_entered: '這個期間沒有商機進入作為分母的那一列。',
    too_few_winners: '只有 {{count}} 件成交商機曾停留在這個階段，件數太少，無法推算停滯門檻。',
  },
  none: { campaign: '未指定行銷活動', segment: '未指定客群', product: '未指定產品' },
};
