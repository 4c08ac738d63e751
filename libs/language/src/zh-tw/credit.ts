import type { credit as english } from '../en/credit';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: attribution, the mix, acquisition cost and the variance tree. */
export const credit: SameKeys<typeof english> = {
  note: {
    allocation_not_causation: '歸因是把營收分配給有紀錄的接觸，並不代表因果。兩種模型並列，因為哪一種都不是真相。',
    influenced_overlaps:
      '影響營收會把同一個商機計入每一個接觸過它的來源，彼此重疊，因此不可加總，也不可加到來源營收上。',
    without_touch: '{{count}} 筆入帳之前沒有任何接觸紀錄，計入其本身的來源。',
    no_new_customers: '這個期間沒有新客戶，無法計算。',
    target_missing: '這個期間沒有設定淨營收目標。',
    target_of_whole: '目標屬於整個組織：若只看其中一部分，請與前一期間比較。',
    no_profit_target: '毛利沒有設定目標：請與前一期間比較。',
    nothing_reached_stage: '其中一方沒有商機到達這個階段，沒有比率可以比較。',
    nothing_won: '其中一方沒有成交，沒有平均成交金額可以比較。',
    no_plan_drivers: '前一期間沒有成交，無法推算達成目標需要多少商機；差額不再細分。',
    no_margin: '其中一方沒有已知的直接成本或營收，差額全部列在毛利率。',
    cycle_unknown: '前一期間沒有成交，因此沒有計畫週期，也沒有商機算是過慢。',
    planned_cycle: '計畫週期：由建立到成交 {{days}} 天，為前一期間成交商機的中位數。',
    still_running: '期間尚未結束：剩餘日子裡發生的事還沒有計入。',
  },
  node: {
    root: '計畫 − 實際',
    volume: '應有結果的商機數',
    stage: '「{{stage}}」階段',
    slippage: '在「{{stage}}」延後',
    speed: '在「{{stage}}」過慢',
    conversion: '未能由「{{stage}}」繼續前進',
    size: '平均成交金額',
    rate: '匯率',
    other: '退款、沖銷與調整',
    coverage: '成本不明的營收',
    margin: '毛利率',
    undivided: '無法細分',
  },
  formula: {
    root: '計畫金額 − 入帳金額；以下各項原因加總分毫不差。大於 0 表示短少。',
    volume: '期間內成交、失單、延後或過慢的商機數，每件以計畫時平均可帶來的金額計算。',
    stage: '這個階段各項原因的合計。',
    slippage: '到達此階段的商機中，未在此延後的比率。延後是指期初進行中、預計於期間內結案，而期末仍在進行中。',
    speed: '未延後的商機中，及時有結果的比率。過慢是指依計畫週期應有結果而仍在進行中。',
    conversion: '已有結果的商機中，繼續前進的比率；其餘在此失單。已取消者不計。',
    size: '以期間計畫匯率計算的成交金額 ÷ 成交商機數。',
    rate: '以入帳匯率計算的成交金額 − 以期間計畫匯率計算的成交金額。',
    other: '所有不屬於成交的入帳；由目標推算的計畫沒有這一項。',
    coverage: '已知直接成本的營收 ÷ 營收：成本不明者不計入毛利的任何一邊。',
    margin: '毛利 ÷ 已知直接成本的營收。',
    undivided: '沒有計畫可以比較，因此無法說明的差額。',
  },
  booking_type: {
    new_business: '新客戶',
    expansion: '擴充',
    renewal: '續約',
    win_back: '回流',
    credit: '退款與折讓',
  },
  none: { product: '未指定產品', segment: '未指定客群', booking_type: '未指定業務類型' },
};
