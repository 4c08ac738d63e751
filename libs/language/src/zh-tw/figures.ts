import type { figures as english } from '../en/figures';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: what every figure means, why one is not available, and what stands beside it. */
export const figures: SameKeys<typeof english> = {
  quota_attainment: {
    name: '業績達成率',
    formula: '期間內認列的訂單金額 ÷ 期間的業績目標額',
    explanation:
      '承諾的業績完成了多少。退款與重新開啟的成交會扣除。組織的目標額是各團隊目標額的總和；期間內到職或離職的人員，依工作日比例計算。',
  },
  new_customers: {
    name: '新客戶數',
    formula: '首筆正數且未全額沖銷的訂單落在期間內的客戶數',
    explanation:
      '三種定義並列：首次下單、已有往來之集團內的首次下單，以及久未往來後回流。以哪一種為準，由交接協議決定。免費試用與調整不計；同一天的兩筆訂單算一位客戶。',
  },
  closings: {
    name: '成交數',
    formula: '期間內進入成交階段的商機 − 被撤回的成交',
    explanation: '以成交日期為準。重新開啟的成交不再計入；同一期間內重新開啟又再次成交者只算一次。續約另計。',
  },
  gross_profit_per_customer: {
    name: '每客戶毛利',
    formula: '（淨營收 − 直接成本）÷ 期間內有訂單的客戶數',
    explanation:
      '以總和相除，而不是比率的平均；旁邊列出中位數客戶。成本不明的訂單兩邊都不計，成本涵蓋率說明仍計入的訂單金額比例。',
  },
  sales_expense_ratio: {
    name: '業務費用率',
    formula: '期間內業務費用 ÷ 期間內淨營收',
    explanation: '業務部門每帶進一元營收所花的費用。越低越好。',
  },
  revenue_expense_ratio: {
    name: '業務與行銷費用率',
    formula: '期間內業務與行銷費用 ÷ 期間內淨營收',
    explanation: '兩個部門共用一個荷包，把費用從一邊移到另一邊並不算進步。越低越好。',
  },
  net_revenue: {
    name: '淨營收',
    formula: '期間內所有訂單 + 退款與折讓（為負數）',
    explanation: '以報表幣別計算，每筆採用當日凍結的匯率。退款計入核准當日。',
  },
  winning_customers: {
    name: '成交客戶數',
    formula: '期間內有正數且未全額沖銷訂單的不重複客戶數',
    explanation: '同一客戶向兩個團隊購買時，兩邊都會計入，因此各部分加總不一定等於整體。對已鎖定期間的調整不算訂單。',
  },
  lost: {
    name: '失單數',
    formula: '期間內以失單結案的商機 − 重新開啟者',
    explanation: '以結案日期為準。取消的商機不算失單。越低越好。',
  },
  win_rate: {
    name: '贏單率',
    formula: '成交 ÷（成交 + 失單），以期間內結案的商機計算',
    explanation: '廣義贏單率：期間內所有已定案的商機，不含取消者。少於 30 件時顯示 95% 信賴區間。',
  },
  note: {
    partial_total: '部分合計：{{count}} 筆訂單沒有匯率，未計入總額。',
    partial_expense: '部分合計：{{count}} 筆費用沒有匯率，未計入總額。',
    indicative: '僅供參考：訂單金額中只有 {{percent}}% 已知直接成本。',
    few_cases: '只有 {{count}} 件：真實比率可能落在區間內的任何位置。',
    without_account: '{{count}} 筆訂單沒有指明客戶，未計入。',
    quota_prorated: '期間內到職或離職者，已依工作日比例計算。',
    quota_over_assigned: '個人目標額合計 {{people}}，高於目標額 {{quota}}。',
    quota_missing: '這個期間尚未設定業績目標額。',
    quota_zero: '業績目標額為 0，無法計算比率。',
    quota_not_by_source: '業績目標額設定給團隊與個人，不分來源。',
    no_customers: '這個期間沒有客戶下單。',
    cost_unknown: '這個期間沒有任何訂單已知直接成本。',
    no_net_sales: '淨營收為 0 或負數，無法計算比率。',
    expense_one_sided: '這個期間只有其中一方登錄了費用。',
    expense_missing: '這個期間尚未登錄費用。',
    expense_not_assigned: '這個期間沒有費用歸屬於這個團隊或據點。',
    expense_not_by_source: '這個期間沒有費用歸屬於這個來源。',
    expense_not_by_person: '費用以團隊登錄，不歸屬個人。',
    nothing_closed: '這個期間沒有成交也沒有失單。',
    nothing_recorded_yet: '截至 {{day}} 這裡還沒有任何紀錄。',
    nothing_entered: '這個期間沒有商機進入前一列。',
    all_running: '現在判斷還太早：全部 {{count}} 件的觀察期都還沒結束。',
  },
  part: {
    net_revenue: '淨營收',
    bookings: '訂單',
    credits: '退款與折讓',
    quota: '目標額',
    people_quota: '個人目標額合計',
    first_order: '首次下單',
    connected_new: '既有集團內首次下單',
    win_back: '回流客戶',
    closings: '成交',
    renewals: '續約',
    direct_cost: '直接成本',
    gross_profit: '毛利',
    customers: '客戶數',
    median: '中位數客戶',
    cost_coverage: '成本涵蓋率',
    sales_expense: '業務費用',
    marketing_expense: '行銷費用',
    won: '成交',
    lost: '失單',
  },
  none: { team: '未指定團隊', office: '未指定據點', person: '未指定人員', source: '未指定來源' },
  category: {
    people: '人事',
    commission: '佣金',
    programmes: '專案活動',
    promotion: '促銷',
    discounts: '折扣',
    tools: '工具',
  },
};
