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

/** What was agreed to be done, and which figure it was to move. */
export const actionTitles: readonly (readonly [string, string])[] = [
  ['Call the five oldest offers in Qualify together', 'closings'],
  ['與業務共同整理展覽名單，剔除重複客戶', 'new_customers'],
  ['Write the two-page case for the food industry', 'new_customers'],
  ['檢討折扣超過一成的報價', 'gross_profit_per_customer'],
  ['Answer every hand-off of last week before Tuesday noon', 'closings'],
  ['更新 Edge Gateway G3 的競品比較表', 'closings'],
  ['Move a third of the search budget to webinars', 'sales_expense_ratio'],
  ['訪談三家流失客戶並回報原因', 'closings'],
  ['Agree what “qualified” means for partners', 'new_customers'],
  ['補齊 Predictive Care 的成本資料', 'gross_profit_per_customer'],
  ['Set a next step on every opportunity in Negotiate', 'closings'],
  ['安排兩場與業務同行的客戶拜訪', 'new_customers'],
];

/** What somebody put on the agenda, and what became of it. */
export const notes: readonly (readonly [string, string])[] = [
  ['Leads of the show arrive without a phone number', 'The booth form asks for it from now on.'],
  ['客戶反映交期過長，是否調整訊息？', '網站改為標示實際交期，業務同步話術。'],
  ['Two reps quoted the same account', 'The owner of the account decides; the other hands over today.'],
  ['下季主打產品要不要換成 Vision Box？', '維持 Edge Gateway G3，Vision Box 先做一場講座。'],
  ['Webinar guests wait a week for a call', 'Qualify calls within two working days; the liaison looks on Friday.'],
  ['折扣核准流程太慢', '一成以內由經理當日核准。'],
];
