import type { pipeline as english } from '../en/pipeline';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: the lines of the pipeline waterfall, and what stands beside figures about open pipeline. */
export const pipeline: SameKeys<typeof english> = {
  bucket: {
    start: '期初',
    new: '新增',
    pulled_in: '提前至本期',
    reopened: '重新開啟',
    increased: '金額增加',
    decreased: '金額減少',
    pushed_out: '移出本期',
    lost: '失單',
    won: '成交',
    removed: '已移除',
    owner_change: '負責人異動',
    rate: '匯率變動',
    end: '期末',
  },
  went: { no_date: '沒有結案日', still_due: '結案日仍在本期' },
  note: {
    partial_pipeline_one: '部分合計：{{count}} 個商機沒有匯率，未計入。',
    partial_pipeline_other: '部分合計：{{count}} 個商機沒有匯率，未計入。',
    without_amount_one: '{{count}} 個進行中的商機尚無金額，不增加合計。',
    without_amount_other: '{{count}} 個進行中的商機尚無金額，不增加合計。',
    won_at_plan_rate_one: '{{count}} 個成交的入帳沒有匯率，因此以計畫匯率計算。',
    won_at_plan_rate_other: '{{count}} 個成交的入帳沒有匯率，因此以計畫匯率計算。',
    still_running: '期間尚未結束：到目前為止仍在進行中的商機都計入。',
    nothing_due: '期初進行中的商機，沒有任何一個預定在這個期間結案。',
    quota_not_by_slice: '業績目標額設定給團隊與個人，不分行銷活動、客群或產品。',
  },
};
