/** English texts: the words that screens, mails and the command line share. */
export const words = {
  side: { sales: 'Sales', marketing: 'Marketing', other: 'Other' },
  role: {
    rep: 'Sales rep',
    manager: 'Manager',
    marketer: 'Marketer',
    liaison: 'Liaison',
    revenue_officer: 'Revenue officer',
    administrator: 'Administrator',
    viewer: 'Viewer',
  },
  outcome: { open: 'Open', won: 'Won', lost: 'Lost', cancelled: 'Cancelled' },
  bookingType: {
    new_business: 'New business',
    expansion: 'Expansion',
    renewal: 'Renewal',
    win_back: 'Win-back',
    credit: 'Credit',
  },
  buyerStep: {
    customer_awareness: 'Customer awareness',
    brand_awareness: 'Brand awareness',
    consideration: 'Consideration',
    preference: 'Preference',
    purchase_intention: 'Purchase intention',
    purchase: 'Purchase',
    loyalty: 'Loyalty',
    advocacy: 'Advocacy',
  },
  handOffState: {
    offered: 'Offered',
    accepted: 'Accepted',
    rejected: 'Rejected',
    returned: 'Returned',
    expired: 'Expired',
  },
} as const;
