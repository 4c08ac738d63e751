import { handOffMarks } from './hand-off-marks';

/** The names of what the opportunity `o` points at, as its card shows them. */
export const cardNames = `a.id AS accountId, a.name AS accountName, a.name_zh AS accountNameZh,
  w.id AS ownerId, w.name AS ownerName, w.name_zh AS ownerNameZh`;

export const cardColumns = `o.id, o.name, o.stage_id AS stageId, o.outcome, o.amount_minor AS amountMinor, o.currency,
  o.close_date AS closeDate, o.team_id AS teamId, o.next_step AS nextStep, o.next_step_date AS nextStepDate,
  o.stage_entered_at AS stageEnteredAt, o.version, ${cardNames}`;

export const cardJoins = 'JOIN person w ON w.id = o.owner_id LEFT JOIN account a ON a.id = o.account_id';

/** The same on the page of one opportunity. */
export const detailNames = `p.id AS productId, p.name AS productName, p.name_zh AS productNameZh,
  c.id AS contactId, c.name AS contactName, c.email AS contactEmail, c.phone AS contactPhone,
  m.id AS marketingOwnerId, m.name AS marketingOwnerName, m.name_zh AS marketingOwnerNameZh,
  s.id AS sourceId, s.name AS sourceName, s.name_zh AS sourceNameZh,
  g.id AS campaignId, g.name AS campaignName, g.name_zh AS campaignNameZh`;

export const detailColumns = `${cardColumns}, o.cost_minor AS costMinor, o.probability, o.forecast_category AS forecastCategory, o.booking_type AS bookingType,
  o.marketing_team_id AS marketingTeamId, o.loss_reason AS lossReason, o.created_at AS createdAt, o.undone_at AS undoneAt, ${detailNames}, ${handOffMarks}`;

export const detailJoins = `${cardJoins} LEFT JOIN product p ON p.id = o.product_id LEFT JOIN contact c ON c.id = o.contact_id
  LEFT JOIN person m ON m.id = o.marketing_owner_id LEFT JOIN source s ON s.id = o.source_id
  LEFT JOIN campaign g ON g.id = o.campaign_id`;
