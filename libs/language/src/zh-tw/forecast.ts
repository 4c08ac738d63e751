import type { forecast as english } from '../en/forecast';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: what a forecast and its parts mean, and what has to be said beside them. */
export const forecast: SameKeys<typeof english> = {
  weighted: {
    name: '加權預測',
    formula: '期間內已入帳金額 + Σ 預計於期間內結案之進行中商機金額 × 機率',
    explanation:
      '機率依序採用：業務自行填寫的機率；否則為該階段的經驗值，也就是過去 365 天內定案、曾進入該階段的商機中，成交 ÷ 定案的比率（至少 30 件）；再否則為階段的預設值。每筆商機各自四捨六入五成雙，因此紀錄加總等於數字。已過結案日而仍未結案者不計入並另行列出；失單計為 0。',
  },
  range: {
    name: '預測區間',
    formula: '模擬期間 2,048 次所得的 P10、P50 與 P90',
    explanation:
      '每筆進行中的商機依其機率各自成交，且以全額計：十次模擬中九次達到 P10，半數達到 P50，一次達到 P90。相同的紀錄得出相同的區間。所有商機同受景氣影響這一點並未計入。',
  },
  categories: {
    name: '預測分類',
    formula:
      '以業務的分類為準；否則機率 75% 以上為承諾，50% 以上為最佳情況，大於 0 為醞釀中，0 為不計入；已結案即已入帳',
    explanation: '以全額計，不加權。分類只是把商機分組，不會改變機率。',
  },
  accuracy: {
    name: '準確度與偏差',
    formula: '準確度 = 1 − Σ|預測 − 實際| ÷ Σ 實際；偏差 = Σ（預測 − 實際）÷ Σ 實際',
    explanation:
      '每週結束時的預測與該季實際結果的比較，依距離季末的週數列出。只計入已結束的季度。偏差大於 0 表示預測過高。承諾與最佳情況均包含當時已入帳的金額。',
  },
  note: {
    unvalued: '部分合計：{{count}} 筆進行中的商機沒有金額或匯率，未計入總額。',
    overdue: '未計入：{{count}} 筆進行中的商機共 {{worth}}，已過結案日。',
    not_learned: '{{count}} 筆商機採用階段的預設機率：該階段定案的商機少於 {{cases}} 件，不足以得出經驗值。',
    few_deals: '只有 {{count}} 筆進行中的商機：區間只反映少數幾筆成或不成。',
    no_period_over: '還沒有任何留有快照的季度結束。',
    period_running: '尚未結束：最後一天是 {{day}}。',
    nothing_booked: '入帳金額為 0 或負數，無法計算比率。',
    other_currency_one: '{{count}} 份快照採用其他報表幣別，未計入。',
    other_currency_other: '{{count}} 份快照採用其他報表幣別，未計入。',
  },
};
