// Every page that is pictured: who looks at it, its address, and what shows that it has arrived.

const heading = 'main h1';

export const pages = [
  { name: 'sign-in', as: null, to: '/sign-in', until: 'form' },
  { name: 'welcome', as: null, to: '/welcome', until: '[role="alert"]' },
  { name: 'my-day', as: 'rep', to: '/my-day', until: heading },
  { name: 'board', as: 'officer', to: '/board', until: '[data-card]' },
  { name: 'opportunity', as: 'officer', to: (at) => at.oneWithHistory(), until: heading },
  { name: 'opportunities', as: 'officer', to: '/opportunities', until: heading },
  { name: 'hand-offs', as: 'manager', to: '/hand-offs', until: heading },
  { name: 'funnel', as: 'marketer', to: '/funnel', until: '[data-row]' },
  { name: 'funnel-seller', as: 'officer', to: (at) => at.lastQuarter('/funnel?side=seller'), until: heading },
  { name: 'funnel-buyer', as: 'officer', to: (at) => at.lastQuarter('/funnel?side=buyer'), until: heading },
  { name: 'scoreboard', as: 'officer', to: (at) => at.lastQuarter('/scoreboard?by=team'), until: '[data-figure]' },
  {
    name: 'scoreboard-records',
    as: 'officer',
    to: (at) => at.lastQuarter('/scoreboard?by=team&records=net_revenue'),
    until: '[data-sum]',
  },
  { name: 'meetings', as: 'officer', to: '/meetings', until: heading },
  { name: 'agenda', as: 'officer', to: (at) => at.latestAgenda(), until: heading },
  { name: 'run', as: 'officer', to: async (at) => `${await at.latestAgenda()}/run`, until: heading },
  { name: 'directory', as: 'rep', to: '/directory', until: '[data-main]' },
  { name: 'feedback', as: 'rep', to: '/feedback', until: 'main table' },
  { name: 'outbox', as: 'admin', to: '/outbox', until: heading },
  { name: 'mail', as: 'admin', to: (at) => at.oneMail(), until: heading },
  { name: 'import', as: 'admin', to: '/import', until: heading },
  { name: 'administration', as: 'admin', to: '/administration', until: '[data-topic]' },
  { name: 'audit', as: 'admin', to: '/administration/audit', until: '[data-action]' },
  { name: 'people', as: 'admin', to: '/administration/people', until: 'tbody tr' },
  { name: 'webhooks', as: 'admin', to: '/administration/webhooks', until: heading },
  { name: 'health', as: 'admin', to: '/administration/health', until: heading },
  { name: 'password', as: 'rep', to: '/password', until: heading },
];
/** Addresses that depend on what the demo company holds. */
export const addressesIn = (visitor) => ({
  /** An open opportunity of sales with a hand-off and the longest history of those near their end. */
  async oneWithHistory() {
    const { stages } = await visitor.get('/funnel');
    const { id: stageId } = stages.findLast((stage) => stage.class === 'open');
    const { items } = await visitor.get(`/opportunities?outcome=open&stageId=${stageId}&limit=100`);
    const told = await Promise.all(
      items.map(async ({ id }) => ({ id, ...(await visitor.get(`/opportunities/${id}/history`)) })),
    );
    const weight = ({ moves, handOffs }) => moves.length + (handOffs.length > 0 ? 100 : 0);
    return `/opportunities/${told.toSorted((a, b) => weight(b) - weight(a))[0].id}`;
  },
  async lastQuarter(path) {
    const today = new Date();
    const quarter = Math.floor(today.getUTCMonth() / 3);
    const key = quarter === 0 ? `${today.getUTCFullYear() - 1}-Q4` : `${today.getUTCFullYear()}-Q${quarter}`;
    return `${path}&period=${key}`;
  },
  async latestAgenda() {
    const { items } = await visitor.get('/agendas?limit=1');
    return `/meetings/${items[0].id}`;
  },
  async oneMail() {
    const { items } = await visitor.get('/deliveries?limit=1');
    return `/outbox?mail=${items[0].id}`;
  },
});
