import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';
import { follows } from '../sql-words';

const tracked = ['stage', 'outcome', 'amount', 'close_date', 'owner', 'team', 'probability'] as const;
const suffix: Readonly<Record<string, string>> = { stage: '_id', amount: '_minor', owner: '_id', team: '_id' };
const column = (name: string, end: 'from' | 'to'): string => `${name}_${end}${suffix[name] ?? ''}`;
const each = (fact: (name: string) => string): string => tracked.map(fact).join(' AND ');

/** Changes nothing but when an earlier row was true. */
const staysTheSame = `${each((name) => `m.${column(name, 'from')} <=> m.${column(name, 'to')}`)}`;
/** Makes true again what was true before the row it takes back. */
const isUndone = each((name) => `m.${column(name, 'to')} <=> c.${column(name, 'from')}`);

/** Loses its beginning with the import that brought it: cancelled, and otherwise what it was. */
const isUnmade = `m.outcome_to = 'cancelled' AND ${tracked
  .filter((name) => name !== 'stage' && name !== 'outcome')
  .map((name) => `m.${column(name, 'from')} <=> m.${column(name, 'to')}`)
  .join(' AND ')} AND EXISTS (SELECT 1 FROM opportunity u WHERE u.id = m.opportunity_id AND u.undone_at IS NOT NULL)`;

const taken = (seq: string, before: string): string =>
  `EXISTS (SELECT 1 FROM opportunity_move w WHERE w.opportunity_id = m.opportunity_id AND w.corrects_seq = ${seq}
     AND w.correction = 'withdraw' AND w.seq < ${before})`;
/** Whatever came after it was taken back before. */
const isLatest = `NOT EXISTS (SELECT 1 FROM opportunity_move x WHERE x.opportunity_id = m.opportunity_id AND x.seq > c.seq AND x.seq < m.seq
  AND x.correction IS NULL AND NOT ${taken('x.seq', 'm.seq')})`;
/** One row holds amounts in one currency: what is true again is so in the currency it was in. */
const keepsCurrency = `(m.amount_to_minor IS NULL OR m.currency = (SELECT b.currency FROM opportunity_move b
  WHERE b.opportunity_id = m.opportunity_id AND b.seq = c.seq - 1))`;

/**
 * A correction is about an earlier row that is none itself and still stands. One that gives another date leaves the state as it
 * is; one that takes back is about the latest that stands, and makes true again what was true before it. Only an import that is taken
 * back takes a beginning back, and after that nothing is written any more.
 */
export const corrections = rowCheck(
  'I14-corrections',
  {
    of: logRows,
    holds: follows(
      'm.correction IS NOT NULL OR m.corrects_seq IS NOT NULL',
      `m.corrects_seq < m.seq AND EXISTS (SELECT 1 FROM opportunity_move c WHERE c.opportunity_id = m.opportunity_id
       AND c.seq = m.corrects_seq AND c.correction IS NULL AND NOT ${taken('c.seq', 'm.seq')}
       AND IF(m.correction = 'withdraw', ${isLatest} AND IF(c.seq = 1, ${isUnmade}, ${isUndone} AND ${keepsCurrency}), ${staysTheSame}))`,
    ),
  },
  {
    of: opportunityRows,
    holds: `(o.undone_at IS NOT NULL) = EXISTS (SELECT 1 FROM opportunity_move w WHERE w.opportunity_id = o.id AND w.corrects_seq = 1
    AND w.correction = 'withdraw') AND ${follows('o.undone_at IS NOT NULL', `l.correction <=> 'withdraw' AND l.corrects_seq = 1`)}`,
  },
);
