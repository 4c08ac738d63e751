import { idsOf, type Made, type Product } from './product';
import type { Coin } from './reference-log';
import { coinOf, inOrder, moment, stateInWords, type View } from './view';

interface StateRow {
  readonly stage: string;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly amount: string | null;
  readonly currency: string;
  readonly closed: string | null;
}

interface DealRow extends StateRow {
  readonly cost: string | null;
  readonly id: string;
  readonly version: number;
  readonly account: string | null;
  readonly shared: number;
  readonly since: Date;
  readonly made: Date;
  readonly lastSeq: number;
  readonly told: string;
  readonly events: string;
  readonly strayed: number;
}

interface MoveRow {
  readonly deal: string;
  readonly seq: number;
  readonly at: Date;
  readonly fromStage: string | null;
  readonly fromOutcome: StateRow['outcome'];
  readonly currency: string;
  readonly fromAmount: string | null;
  readonly fromClosed: string | null;
  readonly toStage: string;
  readonly toOutcome: StateRow['outcome'];
  readonly toAmount: string | null;
  readonly toClosed: string | null;
  readonly fix: string | null;
  readonly of: number | null;
}

interface LineRow {
  readonly id: string;
  readonly deal: string;
  readonly amount: string;
  readonly cost: string | null;
  readonly currency: string;
  readonly day: string;
  readonly adjusts: string | null;
  readonly row: number | null;
  readonly frozen: string | null;
  readonly restated: string | null;
  readonly reverses: string | null;
  readonly creditOf: string | null;
}

/** What the tables hold of a run, in words; an audit trail or events that do not add up throw. */
export async function kept({ api: { database } }: Product, made: Made): Promise<View> {
  const names = new Map([...made.ids].map(([name, id]) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  const ids = [idsOf(made)];
  const coin = (currency: string) => coinOf(currency, made.currency);
  const moves = await database.query<MoveRow>(movesSql, ids);
  const lines = await database.query<LineRow>(linesSql, ids);
  const deals: Record<string, string[]> = {};
  for (const deal of await database.query<DealRow>(dealsSql, ids)) {
    const own = moves.filter((move) => move.deal === deal.id);
    if ([deal.told, deal.events].some((count) => Number(count) !== deal.version))
      throw new Error(`at version ${deal.version} it has ${deal.told} audit lines and ${deal.events} events`);
    if (deal.lastSeq !== own.length) throw new Error(`at row ${deal.lastSeq} its log has ${own.length} rows`);
    if (deal.strayed) throw new Error('it stands with a team of the other side');
    const of = nameOf(deal.account) ?? 'nobody';
    deals[nameOf(deal.id) ?? ''] = [
      `${stateInWords({ ...deal, coin: coin(deal.currency) })} at ${deal.cost ?? 'an unknown cost'} v${deal.version} of ${of}${deal.shared ? ', shared' : ''}, since ${moment(deal.since)}, made ${moment(deal.made)}`,
      ...own.map((move) => moveInWords(move, coin(move.currency))),
      ...lines
        .filter((line) => line.deal === deal.id)
        .map((line) => lineInWords(line, lines, coin))
        .toSorted(inOrder),
    ];
  }
  const offers = await database.query<{ id: string; deal: string; at: Date; state: string; version: number }>(
    offersSql,
    ids,
  );
  const accounts = await database.query<{ id: string; into: string | null; version: number }>(accountsSql, ids);
  const agendas = await database.query<{ day: string }>(agendasSql, [made.series]);
  return {
    deals,
    offers: Object.fromEntries(
      offers.map(({ id, deal, at, state, version }) => [
        nameOf(id),
        `${nameOf(deal)} ${moment(at)} ${state} v${version}`,
      ]),
    ),
    accounts: Object.fromEntries(
      accounts.map(({ id, into, version }) => [nameOf(id), `${nameOf(into) ?? 'itself'} v${version}`]),
    ),
    agendas: agendas.map(({ day }) => day).toSorted(inOrder),
  };
}

function moveInWords(move: MoveRow, coin: Coin): string {
  const { fromStage, fromOutcome, fromAmount, fromClosed, toStage, toOutcome, toAmount, toClosed } = move;
  const before =
    fromStage === null
      ? 'nothing'
      : stateInWords({ stage: fromStage, outcome: fromOutcome, amount: fromAmount, coin, closed: fromClosed });
  const after = stateInWords({ stage: toStage, outcome: toOutcome, amount: toAmount, coin, closed: toClosed });
  return `${move.seq} ${moment(move.at)} ${before} > ${after} ${move.fix ?? ''} ${move.of ?? ''}`;
}

function lineInWords(line: LineRow, lines: readonly LineRow[], coin: (currency: string) => Coin): string {
  const named = (id: string | null) => {
    const found = lines.find((one) => one.id === id);
    return found ? lineInWords(found, lines, coin) : '';
  };
  return `${line.amount} ${coin(line.currency)} at ${line.cost ?? 'an unknown cost'} on ${line.day} for ${line.adjusts ?? line.day} by ${line.row ?? 'hand'} is ${line.frozen} then ${line.restated}${
    line.reverses ? ` takes back [${named(line.reverses)}]` : ''
  }${line.creditOf ? ` credit of [${named(line.creditOf)}]` : ''}`;
}

const dealsSql = `SELECT o.id, s.stage_key AS stage, o.outcome, o.amount_minor AS amount, o.cost_minor AS cost, o.currency, o.close_date AS closed, o.version,
    o.account_id AS account, o.marketing_team_id IS NOT NULL AS shared, o.stage_entered_at AS since, o.created_at AS made,
    o.last_seq AS lastSeq, t.side <> s.owner_side AS strayed,
    (SELECT COUNT(*) FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = o.id) AS told,
    (SELECT COUNT(*) FROM outbox_event e WHERE e.subject_id = o.id) AS events
  FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id JOIN team t ON t.id = o.team_id WHERE o.id IN (?)`;

const movesSql = `SELECT m.opportunity_id AS deal, m.seq, m.at, f.stage_key AS fromStage, m.outcome_from AS fromOutcome,
    m.currency, m.amount_from_minor AS fromAmount, m.close_date_from AS fromClosed, t.stage_key AS toStage, m.outcome_to AS toOutcome,
    m.amount_to_minor AS toAmount, m.close_date_to AS toClosed, m.correction AS fix, m.corrects_seq AS \`of\`
  FROM opportunity_move m LEFT JOIN funnel_stage f ON f.id = m.stage_from_id JOIN funnel_stage t ON t.id = m.stage_to_id
  WHERE m.opportunity_id IN (?) ORDER BY m.seq`;

const linesSql = `SELECT b.id, b.opportunity_id AS deal, b.amount_minor AS amount, b.cost_minor AS cost, b.currency, b.booking_date AS day, b.adjusts_date AS adjusts,
    m.seq AS \`row\`, b.reporting_amount_minor AS frozen, b.reverses_id AS reverses, b.credit_of_id AS creditOf,
    (SELECT n.reporting_amount_minor FROM booking_restatement n WHERE n.booking_id = b.id ORDER BY n.revision DESC LIMIT 1) AS restated
  FROM booking b LEFT JOIN opportunity_move m ON m.id = b.move_id WHERE b.opportunity_id IN (?)`;

const offersSql = `SELECT id, opportunity_id AS deal, state, offered_at AS at, version FROM hand_off WHERE id IN (?)`;

const accountsSql = `SELECT id, merged_into_id AS \`into\`, version FROM account WHERE id IN (?)`;

const agendasSql = `SELECT a.meeting_date AS day FROM agenda a JOIN meeting_series s ON s.id = a.series_id WHERE s.series_key = ?`;
