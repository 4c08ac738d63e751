import type { goals as english } from '../en/goals';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: figures beside those of the scoreboard that targets stand on. */
export const goals: SameKeys<typeof english> = {
  name: {
    win_rate_narrow: '贏單率（狹義）',
    win_rate_qualified: '合格商機的贏單率',
    win_rate_created: '贏單率（依建立期間）',
    average_deal_size: '平均成交金額',
    cycle_median: '銷售週期中位數（天）',
    hand_off_compliance: '交接準時回覆率',
    acquisition_cost: '獲客成本',
    new_pipeline: '新增的商機金額',
    coverage_start: '期初覆蓋率',
    coverage_to_go: '剩餘覆蓋率',
    slippage_share: '逾期未結比例',
  },
  note: {
    no_cases: '這個期間沒有任何案例。',
    quota_met: '業績目標額已經達成，沒有剩餘需要覆蓋的部分。',
  },
};
