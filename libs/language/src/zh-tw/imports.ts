import type { imports as english } from '../en/imports';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: why a row of an import was refused, by code. */
export const imports: SameKeys<typeof english> = {
  refusal: {
    row_shape: '此列的欄位數與標題列不同。',
    duplicate_row: '「{{value}}」在前面的列已經出現過。',
    name_missing: '{{column}} 是空的。請填寫此列後重新匯入檔案。',
    text_too_long: '{{column}} 超過 {{most}} 個字元。',
    text_unreadable: '{{column}} 含有換行或其他控制字元。',
    number_unreadable: '{{column}} 的「{{value}}」不是整數。',
    amount_unreadable: '{{column}} 的「{{value}}」不是 {{currency}} 金額。請只寫數字與小數點，例如 1234.50。',
    amount_negative: '{{column}} 為 {{value}}，商機金額不能小於零。',
    date_unreadable: '{{column}} 的「{{value}}」不是存在的日期。請寫成 2017-05-31。',
    id_missing: '此列沒有 opportunity_id，之後無法再辨認。',
    id_too_long: 'opportunity_id 超過 120 個字元。',
    unknown_stage:
      '{{column}} 的「{{value}}」不是已知的階段。請為它選擇對應階段，或寫成 Prospecting、Engaging、Won 或 Lost。',
    stage_left_out: '依您的選擇，略過階段為「{{value}}」的列。',
    other_currency: '{{column}} 為 {{value}}，但此清單以 {{currency}} 讀取：請將 {{value}} 的列另存成一份清單匯入。',
    unknown_sales_agent: 'sales_teams.csv 中沒有「{{value}}」。',
    unknown_product: 'products.csv 中沒有「{{value}}」。',
    unknown_account: 'accounts.csv 中沒有「{{value}}」。',
    close_date_missing: '商機已結束，但此列沒有結束日期。',
    closed_before_engaged: '結束日 {{closed}} 早於開始洽談日 {{engaged}}。',
    won_without_amount: '商機已成交，但此列沒有成交金額。',
    record_gone: '此列先前建立的商機已不存在。',
    changed_here: '此列有變更，但對應的商機在系統中也已被變更，因此保持原狀。',
    currency_fixed: '此商機以 {{present}} 計價，但匯入時指定檔案為 {{wished}}：請以 {{present}} 匯入。',
    period_locked: '此列涉及 {{day}}，而 {{firstOpenDay}} 之前的期間已鎖定：請改以調整入帳，或先開放該期間再匯入。',
  },
};
