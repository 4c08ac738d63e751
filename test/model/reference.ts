/** The reference: what opportunities, hand-offs, bookings and agendas are by the words of the business, in plain maps. */
export interface Model {
  now: number;
  readonly deals: Map<string, Deal>;
  readonly offers: Map<string, Offer>;
  /** Meeting days that have an agenda. */
  readonly agendas: Set<string>;
}
export interface Deal {
  stage: string;
  outcome: 'open' | 'won' | 'lost' | 'cancelled';
  amount: bigint | null;
  version: number;
  /** Rows of its log. */
  moves: number;
  team: Side;
  /** Marketing gave it away and still sees it. */
  shared: boolean;
  readonly bookings: { readonly amount: bigint; readonly day: string }[];
}
export interface Offer {
  readonly deal: string;
  readonly at: number;
  state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  version: number;
}
export type Side = 'marketing' | 'sales';
export type Who = 'marketer' | 'rep' | 'officer';
export type Act = 'open' | 'move' | 'lose' | 'cancel' | 'reopen' | 'edit' | 'offer' | 'accept' | 'reject' | 'return';
export interface Op {
  readonly does: Act | 'expire' | 'plan';
  readonly who: Who;
  readonly deal: string;
  readonly offer: string;
  /** The version whoever acts has seen. */
  readonly seen: number;
  readonly to: string;
  /** Null says nothing about the amount. */
  readonly amount: bigint | null;
}
/** What whoever acts is told; a refusal's exact wording is not the model's business. */
export type Verdict =
  | { readonly says: 'refused' | 'missing' | 'quiet' }
  | { readonly says: 'done' | 'stale'; readonly version: number; readonly state: string };

export const roads: Readonly<Record<Side, readonly string[]>> = {
  marketing: ['reach', 'engage', 'nurture', 'qualify'],
  sales: ['prospect', 'define_needs', 'propose', 'negotiate', 'implement', 'retain', 'refer'],
};
const day = 86_400_000;
const wonStages = new Set(['implement', 'retain', 'refer']);
const sideOf = (stage: string): Side => (roads.marketing.includes(stage) ? 'marketing' : 'sales');
const works = (who: Who, side: Side) => who === 'officer' || (who === 'marketer') === (side === 'marketing');
const answers: Readonly<Record<string, Offer['state']>> = { accept: 'accepted', reject: 'rejected' };
const refused: Verdict = { says: 'refused' };
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const openOffer = ({ offers }: Model, deal: string) =>
  [...offers.values()].find((offer) => offer.deal === deal && offer.state === 'offered');

export const newModel = (now: number): Model => ({ now, deals: new Map(), offers: new Map(), agendas: new Set() });

export const copyOf = ({ now, deals, offers, agendas }: Model): Model => ({
  now,
  deals: new Map([...deals].map(([name, deal]) => [name, { ...deal, bookings: [...deal.bookings] }])),
  offers: new Map([...offers].map(([name, offer]) => [name, { ...offer }])),
  agendas: new Set(agendas),
});

/** Lets something happen to the model and says what is to be answered. */
export function happen(model: Model, op: Op): Verdict {
  if (op.does === 'open') return open(model, op);
  if (op.does === 'plan') return plan(model);
  const offer = model.offers.get(op.offer);
  if (op.does === 'expire') return expire(model, offer);
  if (op.does === 'accept' || op.does === 'reject' || op.does === 'return') return answer(model, op, offer);
  const deal = model.deals.get(op.deal);
  const sees =
    op.who === 'officer' ||
    (op.who === 'marketer'
      ? deal?.team === 'marketing' || deal?.shared
      : deal?.team === 'sales' || openOffer(model, op.deal));
  if (!deal || !sees) return { says: 'missing' };
  if (deal.version !== op.seen) return { says: 'stale', version: deal.version, state: deal.outcome };
  if (!works(op.who, sideOf(deal.stage)) || !change(model, deal, op)) return refused;
  if (op.does !== 'offer') return { says: 'done', version: deal.version, state: `${deal.stage} ${deal.outcome}` };
  return { says: 'done', version: 1, state: 'offered' };
}

function open({ deals }: Model, { who, deal, to, amount }: Op): Verdict {
  const team = sideOf(to);
  if (wonStages.has(to) || !works(who, team)) return refused;
  deals.set(deal, { stage: to, outcome: 'open', amount, version: 1, moves: 1, team, shared: false, bookings: [] });
  return { says: 'done', version: 1, state: `${to} open` };
}

/** False when it is not possible. */
function change(model: Model, deal: Deal, { does, deal: name, offer, to, amount }: Op): boolean {
  const onRoad = sideOf(to) === sideOf(deal.stage);
  if (does === 'edit') return edit(deal, amount);
  if (does === 'reopen') {
    if (deal.outcome === 'open' || !onRoad || wonStages.has(to)) return false;
    const booked = deal.bookings.reduce((sum, line) => sum + line.amount, 0n);
    if (deal.outcome === 'won') deal.bookings.push({ amount: -booked, day: dayOf(model.now) });
    return tell(deal, { stage: to, outcome: 'open' });
  }
  if (does === 'move' && deal.outcome === 'won') {
    return wonStages.has(to) && to !== deal.stage && amount === null && tell(deal, { stage: to });
  }
  if (deal.outcome !== 'open') return false;
  if (does === 'offer') {
    if (sideOf(deal.stage) === 'sales' || openOffer(model, name)) return false;
    model.offers.set(offer, { deal: name, at: model.now, state: 'offered', version: 1 });
    return true;
  }
  if (does === 'move') {
    const price = amount ?? deal.amount;
    if (!onRoad || to === deal.stage || (wonStages.has(to) && price === null)) return false;
    if (wonStages.has(to)) deal.bookings.push({ amount: price ?? 0n, day: dayOf(model.now) });
    return tell(deal, { stage: to, amount: price, outcome: wonStages.has(to) ? 'won' : 'open' });
  }
  const waiting = openOffer(model, name);
  if (waiting) end(waiting, 'returned');
  return tell(deal, { outcome: does === 'lose' ? 'lost' : 'cancelled' });
}

/** An edit without an amount changes the name, which the log does not follow. */
function edit(deal: Deal, amount: bigint | null): boolean {
  if (amount === null) deal.version += 1;
  else if (deal.outcome !== 'open') return false;
  else if (amount !== deal.amount) tell(deal, { amount });
  return true;
}

function answer(model: Model, { does, who, seen }: Op, offer: Offer | undefined): Verdict {
  const deal = offer && model.deals.get(offer.deal);
  if (!offer || !deal) return { says: 'missing' };
  if (who === 'marketer') return refused;
  if (offer.version !== seen) return { says: 'stale', version: offer.version, state: offer.state };
  if (offer.state !== (does === 'return' ? 'accepted' : 'offered')) return refused;
  if (does !== 'reject' && deal.outcome !== 'open') return refused;
  if (does === 'accept') tell(deal, { stage: 'prospect', team: 'sales', shared: true });
  if (does === 'return') tell(deal, { stage: 'qualify', team: 'marketing', shared: false });
  end(offer, answers[does] ?? 'returned');
  return { says: 'done', version: offer.version, state: offer.state };
}

/** An offer nobody answers for fourteen days runs out. */
function expire({ now }: Model, offer: Offer | undefined): Verdict {
  if (offer?.state === 'offered' && offer.at + 14 * day <= now) end(offer, 'expired');
  return { says: 'quiet' };
}

/** A meeting of Monday 09:30 to 10:00 has its agenda a day before; one that was missed gets it until eight days after. */
function plan({ now, agendas }: Model): Verdict {
  for (let monday = Date.UTC(2026, 10, 23, 9, 30); monday - day <= now; monday += 7 * day) {
    if (monday + day / 48 + 8 * day >= now) agendas.add(dayOf(monday));
  }
  return { says: 'quiet' };
}

const tell = (deal: Deal, after: Partial<Deal>): true =>
  Boolean(Object.assign(deal, after, { version: deal.version + 1, moves: deal.moves + 1 })) as true;
const end = (offer: Offer, state: Offer['state']) => Object.assign(offer, { state, version: offer.version + 1 });
