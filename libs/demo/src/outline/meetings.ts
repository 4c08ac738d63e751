/**
 * The two series of the demo. The lead is such that an agenda is due in the first minute of its ISO week: on whatever
 * weekday the demo is loaded, this week's agenda is due at once and next week's is not yet.
 */
export const meetingOutlines = [
  {
    key: 'weekly-joint',
    name: 'Weekly joint meeting',
    nameZh: '行銷業務週會',
    weekday: 5,
    startsAt: '10:00',
    minutes: 30,
    everyWeeks: 1,
    chair: 'liaison',
    members: [
      'officer',
      'manager',
      'rep',
      'hsinyi.wu',
      'daniel.okada',
      'emily.foster',
      'irene.kuo',
      'marketer',
      'victor.peng',
      'laura.santos',
    ],
    past: 18,
  },
  {
    key: 'overseas-pipeline',
    name: 'Overseas pipeline meeting',
    nameZh: '海外商機會議',
    weekday: 3,
    startsAt: '16:30',
    minutes: 45,
    everyWeeks: 2,
    chair: 'daniel.okada',
    members: ['emily.foster', 'weiting.chang', 'markus.brandt', 'shuhui.yang', 'victor.peng', 'zihan.fang', 'liaison'],
    past: 6,
  },
] as const;

export type MeetingOutline = (typeof meetingOutlines)[number];

/** What was agreed to be done, in English and in Chinese, and which figure it was to move. */
export const actionTitles: readonly (readonly [string, string, string])[] = [
  ['Call the five oldest offers in Qualify together', '一起致電「資格確認」中最久的五筆商機', 'closings'],
  [
    'Clean the list of the show with sales, without double customers',
    '與業務共同整理展覽名單，剔除重複客戶',
    'new_customers',
  ],
  ['Write the two-page case for the food industry', '撰寫食品業的兩頁成功案例', 'new_customers'],
  ['Go through the quotes with more than a tenth off', '檢討折扣超過一成的報價', 'gross_profit_per_customer'],
  ['Answer every hand-off of last week before Tuesday noon', '週二中午前回覆上週所有交接', 'closings'],
  ['Renew the comparison of Edge Gateway G3 with its rivals', '更新 Edge Gateway G3 的競品比較表', 'closings'],
  ['Move a third of the search budget to webinars', '將三分之一的搜尋預算移到線上研討會', 'sales_expense_ratio'],
  ['Ask three lost customers why and report it', '訪談三家流失客戶並回報原因', 'closings'],
  ['Agree what “qualified” means for partners', '與夥伴談定「合格」的定義', 'new_customers'],
  ['Complete the cost of Predictive Care', '補齊 Predictive Care 的成本資料', 'gross_profit_per_customer'],
  ['Set a next step on every opportunity in Negotiate', '為「議約」中的每筆商機填上下一步', 'closings'],
  ['Arrange two customer visits together with sales', '安排兩場與業務同行的客戶拜訪', 'new_customers'],
];

/** What somebody put on the agenda and what became of it, each in English and in Chinese. */
export const notes: readonly (readonly [readonly [string, string], readonly [string, string]])[] = [
  [
    ['Leads of the show arrive without a phone number', '展覽名單沒有電話號碼'],
    ['The booth form asks for it from now on.', '攤位表單即日起必填。'],
  ],
  [
    ['Customers find delivery too slow: change what we say?', '客戶反映交期過長，是否調整訊息？'],
    ['The website names the real time; sales says the same.', '網站改為標示實際交期，業務同步話術。'],
  ],
  [
    ['Two reps quoted the same account', '兩位業務向同一客戶報價'],
    ['The owner of the account decides; the other hands over today.', '由客戶負責人決定，另一位今天移交。'],
  ],
  [
    ['Is Vision Box the product to push next quarter?', '下季主打產品要不要換成 Vision Box？'],
    ['Edge Gateway G3 stays; Vision Box gets a webinar first.', '維持 Edge Gateway G3，Vision Box 先做一場講座。'],
  ],
  [
    ['Webinar guests wait a week for a call', '研討會來賓一週後才接到電話'],
    ['Qualify calls within two working days; the liaison looks on Friday.', '兩個工作天內致電，協調窗口週五檢查。'],
  ],
  [
    ['Approving a discount takes too long', '折扣核准流程太慢'],
    ['Up to a tenth, the manager approves on the same day.', '一成以內由經理當日核准。'],
  ],
];
