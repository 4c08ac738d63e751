import type { flow as english } from '../en/flow';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: moves between stages, times, win rates and hand-offs as figures. */
export const flow: SameKeys<typeof english> = {
  definition: {
    matrix: {
      name: '階段移動',
      formula: '期間內的移動，依起點與終點統計',
      explanation:
        '起點與終點可以是階段，也可以是失單或取消。跳過必經階段稱為跳過，回到較前面的階段稱為退回。每次移動以移動後的商機金額計，採期間的計畫匯率。',
    },
    throughput: {
      name: '流通率',
      formula: '期間內進入某階段的商機數 ÷ 期間內進入另一階段的商機數',
      explanation: '這不是轉換率：進入兩個階段的不一定是同一批商機，也可能超過 100%。',
    },
    time_in_stage: {
      name: '停留時間',
      formula: '期間內離開某階段的商機，在該階段所有停留的合計',
      explanation: '以天數列出中位數、第 75 與第 90 百分位數；旁邊列出仍停留在該階段者的天數。',
    },
    cycle: {
      name: '銷售週期',
      formula: '期間內成交的商機，從建立到結案日的天數',
      explanation: '以整天計，列出中位數、第 75 與第 90 百分位數。建立日期不明者另外列出，不計入。',
    },
    stale: {
      name: '停滯',
      formula: '在所處階段停留超過該階段門檻、仍在進行中的商機',
      explanation: '門檻以設定值為準；未設定時，若件數足夠，採成交商機在該階段停留時間中位數的兩倍。',
    },
    win_rate_narrow: {
      name: '贏單率（狹義）',
      formula: '成交 ÷ 期間內離開最後一個進行中階段的商機',
      explanation: '每件以最後一次離開為準：成交，或失單、退回。從未到達該階段者，分子分母都不計。',
    },
    win_rate_qualified: {
      name: '贏單率（僅限合格商機）',
      formula: '成交 ÷（成交 + 失單），以期間內結案且曾進入業務階段的商機計算',
      explanation: '不計交接之前就失單的商機。',
    },
    win_rate_created: {
      name: '贏單率（依建立期間）',
      formula: '迄今成交 ÷（成交 + 失單 + 仍在進行），以期間內建立的商機計算',
      explanation: '只要仍有進行中的商機就可能上升，因此旁邊列出進行中的件數。',
    },
    deal_size: {
      name: '平均成交金額',
      formula: '新客戶成交的正數入帳金額 ÷ 成交數',
      explanation: '採各筆入帳當日凍結的匯率；旁邊列出中位數。折讓與調整不計，續約不算成交。',
    },
    hand_off_compliance: {
      name: '準時回覆率',
      formula: '準時 ÷（準時 + 逾期），以期間內到期的交接計算',
      explanation: '在接收方工作時間的期限內接受、拒絕或處理即為準時。一旦逾期就維持逾期。尚未到期者另外列出。',
    },
    hand_off_response: {
      name: '回覆時間',
      formula: '從提出交接到接受、拒絕或處理為止，接收方的工作分鐘數',
      explanation: '接收方的夜間、週末與假日不計。',
    },
    speed_to_lead: {
      name: '首次接觸時間',
      formula: '從商機建立到首次有人推進或回覆交接的分鐘數',
      explanation: '不分日夜計算。匯入寫入的紀錄不算接觸。',
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
