import { rowCheck } from '../check';
import { isImported, opportunityRows } from '../rows/opportunity.rows';
import { follows } from '../sql-words';
import { asTold, speaksOf, type ToldColumn } from '../told-words';

const toldVersion = `CAST(JSON_VALUE(a.after_state, '$.version') AS UNSIGNED)`;
const lastLine = (says: string, more = ''): string =>
  `COALESCE((SELECT (${says}) IS TRUE FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = o.id ${more}
    ORDER BY ${toldVersion} DESC LIMIT 1), TRUE)`;

/** What no import changes once the opportunity is here. */
const kept: readonly ToldColumn[] = [
  ['cost_minor', 'number', 'costMinor'],
  ['source_id', 'id', 'sourceId'],
  ['campaign_id', 'id', 'campaignId'],
];
const keptSinceLater: readonly ToldColumn[] = [
  ['booking_type', 'word', 'bookingType'],
  ['marketing_owner_id', 'id', 'marketingOwnerId'],
  ['marketing_team_id', 'id', 'marketingTeamId'],
];
const product: readonly ToldColumn[] = [['product_id', 'id', 'productId']];
const lossReason: readonly ToldColumn[] = [['loss_reason', 'word', 'lossReason']];
const forecastCategory: readonly ToldColumn[] = [['forecast_category', 'word', 'forecastCategory']];
const account: readonly ToldColumn[] = [['account_id', 'id', 'accountId']];

/** An import that came after the line may have changed this, and tells of itself as a whole. */
const unlessImportedSince = (says: string): string =>
  `(${says} OR (${toldVersion} < o.version AND ${isImported('o.id')}))`;

/** The merge of its account tells of the account alone. */
const isOfTheWhole = `AND a.action <> 'opportunity.account_merged'`;

/**
 * What the log takes no notice of is what the last audit line that tells of it says: a win copies it into a booking. Lines from
 * before they spoke of a column leave it out, and so does an opportunity that came by an import or with the demo and was never told of.
 */
export const lastTold = rowCheck('I22', {
  of: opportunityRows,
  holds: `${lastLine(unlessImportedSince(asTold('o', account)))} AND ${lastLine(
    `${asTold('o', kept)} AND ${unlessImportedSince(asTold('o', product))}
     AND ${follows(speaksOf('bookingType'), `${asTold('o', keptSinceLater)} AND ${unlessImportedSince(asTold('o', lossReason))}`)}
     AND ${follows(speaksOf('forecastCategory'), asTold('o', forecastCategory))}`,
    isOfTheWhole,
  )}`,
});
