import { book, credit, noCost, repost, restate, takeBack, valued, wonLine } from './reference-books';
import { backdated, effective, tell, type State } from './reference-log';
import { priced } from './reference-price';
import {
  day,
  dayOf,
  hour,
  sideOf,
  wonStages,
  type Account,
  type Act,
  type Deal,
  type Model,
  type Offer,
  type Op,
  type Side,
  type Verdict,
  type Who,
} from './reference-words';

const works = (who: Who, side: Side) => who === 'officer' || (who === 'marketer') === (side === 'marketing');
const refused: Verdict = { says: 'refused' };
const done = (version: number, state: string): Verdict => ({ says: 'done', version, state });
const openOffer = ({ offers }: Model, deal: string) =>
  [...offers.values()].find((offer) => offer.deal === deal && offer.state === 'offered');
/** Only who answers for the books. */
const booksOnly: readonly Act[] = ['adjust', 'lock', 'merge', 'rate', 'restate'];

/** Lets something happen to the model and says what is to be answered. */
export function happen(model: Model, op: Op): Verdict {
  if (booksOnly.includes(op.does) && op.who !== 'officer') return refused;
  switch (op.does) {
    case 'open':
      return open(model, op);
    case 'plan':
      return plan(model);
    case 'expire':
      return expire(model, model.offers.get(op.offer));
    case 'accept':
    case 'reject':
    case 'return':
      return answer(model, op, model.offers.get(op.offer));
    case 'lock':
      if (op.day > dayOf(model.now) || op.day === model.lockedBefore) return refused;
      model.lockedBefore = op.day;
      return done(0, op.day);
    case 'merge':
      return merge(model, op);
    case 'rate':
      model.rates.set(op.day, op.rate);
      return done(0, op.rate);
    case 'restate':
      return done(
        0,
        restate(
          [...model.deals.values()].map(({ lines }) => lines),
          model,
        ),
      );
    default:
      return onDeal(model, op);
  }
}

function onDeal(model: Model, op: Op): Verdict {
  const deal = model.deals.get(op.deal);
  const isTeams = (side: Side) => deal && sideOf(deal.state.stage) === side;
  const sees =
    op.who === 'officer' ||
    (op.who === 'marketer' ? isTeams('marketing') || deal?.shared : isTeams('sales') || openOffer(model, op.deal));
  if (!deal || !sees) return { says: 'missing' };
  if (deal.version !== op.seen) return { says: 'stale', version: deal.version, state: deal.state.outcome };
  if (!works(op.who, sideOf(deal.state.stage)) || !change(model, deal, op)) return refused;
  if (op.does === 'offer') return done(1, 'offered');
  return done(deal.version, `${deal.state.stage} ${deal.state.outcome}`);
}

function open(model: Model, { who, deal, account, to, amount, coin }: Op): Verdict {
  if (wonStages.has(to) || !works(who, sideOf(to)) || isMerged(model, account)) return refused;
  const state: State = { stage: to, outcome: 'open', amount, coin: amount === null ? 'home' : coin, closed: null };
  const log = [{ at: model.now, before: null, after: state, fix: null, of: null }];
  model.deals.set(deal, { state, version: 1, cost: null, account, shared: false, log, lines: [] });
  return done(1, `${to} open`);
}

/** False when it is not possible. */
function change(model: Model, deal: Deal, op: Op): boolean {
  const { state } = deal;
  switch (op.does) {
    case 'redate':
    case 'withdraw':
      return correct(model, deal, op);
    case 'credit':
      return credit(deal.lines, { amount: op.amount ?? 0n, coin: op.coin }, dayOf(model.now)) && touch(deal);
    case 'adjust':
      return adjust(model, deal, op);
    case 'offer':
      if (state.outcome !== 'open' || sideOf(state.stage) === 'sales' || openOffer(model, op.deal)) return false;
      model.offers.set(op.offer, { deal: op.deal, at: model.now, state: 'offered', version: 1 });
      return true;
    case 'assign':
      if (state.outcome !== 'open' || isMerged(model, op.account)) return false;
      if (op.account === deal.account) return true;
      deal.account = op.account;
      return touch(deal);
    default:
      return backdated(deal.log, op.at, model) && happenAt(model, deal, op);
  }
}

/** What may also have been true earlier. */
function happenAt(model: Model, deal: Deal, op: Op): boolean {
  const { does, deal: name, to, amount, at: wished } = op;
  const { state } = deal;
  const at = wished ?? model.now;
  const onRoad = sideOf(to) === sideOf(state.stage);
  if (does === 'edit') return edit(deal, op, at);
  if (does === 'reopen') {
    if (state.outcome === 'open' || !onRoad || wonStages.has(to)) return false;
    tell(deal, { stage: to, outcome: 'open', closed: null }, at);
    takeBack(deal.lines, dayOf(at), deal.log.length);
    return true;
  }
  if (does === 'move' && state.outcome === 'won') {
    return wonStages.has(to) && to !== state.stage && amount === null && tell(deal, { stage: to }, at);
  }
  if (state.outcome !== 'open') return false;
  if (does === 'move') return move(model, deal, { ...op, to: onRoad ? to : state.stage, at });
  const waiting = openOffer(model, name);
  if (waiting) end(waiting, 'returned');
  return tell(deal, { outcome: does === 'lose' ? 'lost' : 'cancelled', closed: dayOf(at) }, at);
}

/** Another name, or money as long as it is open; what is said to be as it is already changes nothing. */
function edit(deal: Deal, op: Op, at: number): boolean {
  const { state, cost: before } = deal;
  if (op.amount === null && op.cost === null && op.empties.length === 0) return touch(deal);
  const price = state.outcome === 'open' ? priced(deal, op) : null;
  if (!price) return false;
  const { amount, coin, cost } = price;
  deal.cost = cost;
  if (amount !== state.amount || coin !== state.coin) return tell(deal, { amount, coin }, at);
  return cost === before || touch(deal);
}

function move(model: Model, deal: Deal, { to, at, ...said }: Op & { readonly at: number }): boolean {
  const price = priced(deal, said);
  if (!price || to === deal.state.stage) return false;
  const { amount, cost, coin } = price;
  if (!wonStages.has(to)) return tell(deal, { stage: to, amount, coin }, at);
  if (amount === null) return false;
  tell(deal, { stage: to, amount, coin, outcome: 'won', closed: dayOf(at) }, at);
  book(deal.lines, { amount, cost, coin }, { day: dayOf(at), row: deal.log.length, rates: model.rates });
  return true;
}

/** A row that stands, no correction, not the work of a hand-off. */
function correct(model: Model, deal: Deal, { does, deal: name, row: seq, at }: Op): boolean {
  const standingRows = effective(deal.log);
  const place = standingRows.findIndex((row) => row.seq === seq);
  const row = standingRows[place];
  if (!row || (row.before && sideOf(row.before.stage) !== sideOf(row.after.stage))) return false;
  if (does === 'redate') {
    const wished = at ?? model.now;
    const [earliest, latest] = [standingRows[place - 1]?.at ?? 0, standingRows[place + 1]?.at ?? model.now];
    const isLocked = [wished, row.at].some((moment) => dayOf(moment) < model.lockedBefore);
    if (wished < earliest || wished > latest || wished === row.at || isLocked) return false;
    deal.log.push({ at: wished, before: deal.state, after: deal.state, fix: 'redate', of: seq });
    return touch(deal);
  }
  if (!row.before || place !== standingRows.length - 1) return false;
  // An amount comes back in the currency it was in, and what it costs is in the same.
  const after = { ...row.before, coin: row.before.amount === null ? deal.state.coin : row.before.coin };
  if (after.coin !== deal.state.coin && deal.cost !== null) return false;
  deal.log.push({ at: model.now, before: deal.state, after, fix: 'withdraw', of: seq });
  deal.state = after;
  const again = deal.lines.filter((line) =>
    deal.lines.some(({ row: by, reverses }) => by === seq && reverses === line),
  );
  if (deal.lines.some((line) => line.row === seq && line.reverses === null))
    takeBack(deal.lines, dayOf(model.now), deal.log.length);
  repost(deal.lines, again, { day: dayOf(model.now), row: deal.log.length });
  const waiting = openOffer(model, name);
  if (waiting && deal.state.outcome !== 'open') end(waiting, 'returned');
  return touch(deal);
}

function adjust(model: Model, deal: Deal, { amount, coin, day: adjusts }: Op): boolean {
  const won = deal.state.outcome === 'won' && wonLine(deal.lines);
  if (!won || coin !== won.coin || adjusts >= model.lockedBefore || !amount) return false;
  const money = { amount, cost: noCost(won), coin };
  const by = { day: dayOf(model.now), adjusts, row: null, reverses: null, creditOf: null };
  deal.lines.push(valued({ ...money, ...by }, model.rates));
  return touch(deal);
}

function answer(model: Model, { does, who, seen }: Op, offer: Offer | undefined): Verdict {
  const deal = offer && model.deals.get(offer.deal);
  if (!offer || !deal) return { says: 'missing' };
  if (who === 'marketer') return refused;
  if (offer.version !== seen) return { says: 'stale', version: offer.version, state: offer.state };
  if (offer.state !== (does === 'return' ? 'accepted' : 'offered')) return refused;
  if (does !== 'reject' && deal.state.outcome !== 'open') return refused;
  if (does !== 'reject') {
    deal.shared = does === 'accept';
    tell(deal, { stage: does === 'accept' ? 'prospect' : 'qualify' }, model.now);
  }
  end(offer, answers[does] ?? 'returned');
  return done(offer.version, offer.state);
}

/** Everything of one customer becomes the other's. */
function merge({ accounts, deals }: Model, { account: name, to, seen }: Op): Verdict {
  const [from, into] = [accounts.get(name ?? ''), accounts.get(to)];
  if (!from || !into) return { says: 'missing' };
  if (from.version !== seen) return { says: 'stale', version: from.version, state: 'account' };
  if (from === into || from.mergedInto !== null || into.mergedInto !== null) return refused;
  for (const deal of deals.values()) if (deal.account === name && touch(deal)) deal.account = to;
  for (const one of accounts.values()) if (one.mergedInto === name) point(one, to);
  into.version += 1;
  point(from, to);
  return done(from.version, `merged into ${to}`);
}

/** An offer nobody answers for fourteen days runs out. */
function expire({ now }: Model, offer: Offer | undefined): Verdict {
  if (offer?.state === 'offered' && offer.at + 14 * day <= now) end(offer, 'expired');
  return { says: 'quiet' };
}

/** A meeting of Monday 09:30 to 10:00 has its agenda a day before; one that was missed gets it until eight days after. */
function plan({ now, agendas }: Model): Verdict {
  for (let monday = Date.UTC(2026, 10, 23, 9, 30); monday - day <= now; monday += 7 * day) {
    if (monday + hour / 2 + 8 * day >= now) agendas.add(dayOf(monday));
  }
  return { says: 'quiet' };
}

const answers: Readonly<Record<string, Offer['state']>> = { accept: 'accepted', reject: 'rejected' };
const isMerged = ({ accounts }: Model, name: string | null) => name !== null && accounts.get(name)?.mergedInto !== null;
const touch = (deal: Deal): true => Boolean((deal.version += 1)) as true;
const point = (account: Account, mergedInto: string) =>
  Object.assign(account, { mergedInto, version: account.version + 1 });
const end = (offer: Offer, state: Offer['state']) => Object.assign(offer, { state, version: offer.version + 1 });
