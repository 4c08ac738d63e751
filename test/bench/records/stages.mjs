// The funnel an organisation starts with, by the number of a stage: 1 is the first.

/** Key, step of the buyer, side, class, probability, mandatory. */
export const stages = [
  ['reach', 'customer_awareness', 'marketing', 'open', 1, false],
  ['engage', 'brand_awareness', 'marketing', 'open', 2, false],
  ['nurture', 'consideration', 'marketing', 'open', 5, false],
  ['qualify', 'preference', 'marketing', 'open', 10, false],
  ['prospect', 'purchase_intention', 'sales', 'open', 15, true],
  ['define_needs', 'purchase_intention', 'sales', 'open', 30, true],
  ['propose', 'purchase_intention', 'sales', 'open', 50, true],
  ['negotiate', 'purchase_intention', 'sales', 'open', 75, true],
  ['implement', 'purchase', 'sales', 'won', 100, true],
  ['retain', 'loyalty', 'sales', 'won', 100, false],
  ['refer', 'advocacy', 'sales', 'won', 100, false],
];

export const stageNumber = (key) => stages.findIndex(([name]) => name === key) + 1;
