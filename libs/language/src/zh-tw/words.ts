import type { words as english } from '../en/words';
import type { SameKeys } from '../same-keys';

/** Traditional Chinese texts: the words that screens, mails and the command line share. */
export const words: SameKeys<typeof english> = {
  side: { sales: '業務', marketing: '行銷', other: '其他' },
  role: {
    rep: '業務代表',
    manager: '主管',
    marketer: '行銷專員',
    liaison: '協調窗口',
    revenue_officer: '營收長',
    administrator: '系統管理員',
    viewer: '檢視者',
  },
  outcome: { open: '進行中', won: '成交', lost: '失單', cancelled: '已取消' },
  bookingType: {
    new_business: '新客戶',
    expansion: '擴充',
    renewal: '續約',
    win_back: '回流',
    credit: '折讓',
  },
  bookingKind: { booking: '入帳', reversal: '沖銷', credit: '折讓', adjustment: '調整' },
  correction: { redate: '更正時間', withdraw: '撤回' },
  buyerStep: {
    customer_awareness: '意識到需求',
    brand_awareness: '認識品牌',
    consideration: '納入考慮',
    preference: '產生偏好',
    purchase_intention: '有意購買',
    purchase: '購買',
    loyalty: '忠誠',
    advocacy: '推薦',
  },
  forecastCategory: {
    closed: '已結案',
    commit: '承諾',
    best_case: '最佳情況',
    pipeline: '醞釀中',
    omitted: '不計入',
  },
  handOffState: {
    offered: '待回覆',
    accepted: '已接受',
    rejected: '已拒絕',
    returned: '已退回',
    expired: '已失效',
  },
};
