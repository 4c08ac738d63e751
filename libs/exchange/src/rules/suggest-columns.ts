import { foldWords, likeness } from './fold-words';

/** What a list of opportunities may say, by the names people give its columns; the first are the likeliest. */
const known = {
  id: ['recordid', 'opportunityid', 'dealid', 'id', 'pipedrivesystemid', 'systemid', 'externalid', '商機編號', '編號'],
  name: [
    'dealname',
    'opportunityname',
    'dealtitle',
    'title',
    'name',
    'subject',
    'deal',
    'opportunity',
    '商機名稱',
    '名稱',
  ],
  account: [
    'accountname',
    'associatedcompany',
    'organization',
    'dealorganization',
    'company',
    'companyname',
    'account',
    'customer',
    'customername',
    'client',
    '客戶名稱',
    '客戶',
    '公司名稱',
    '公司',
  ],
  owner: [
    'dealowner',
    'opportunityowner',
    'ownername',
    'owner',
    'salesrep',
    'salesagent',
    'salesperson',
    'assignedto',
    '負責業務',
    '負責人',
    '業務代表',
    '業務',
  ],
  team: ['hubspotteam', 'salesteam', 'team', '業務團隊', '團隊'],
  stage: ['dealstage', 'stagename', 'stage', 'salesstage', 'pipelinestage', '商機階段', '階段'],
  status: ['dealstatus', 'status', '狀態'],
  amount: ['amount', 'dealvalue', 'value', 'amountamount', 'dealamount', 'closevalue', 'total', '商機金額', '金額'],
  currency: ['currency', 'currencyisocode', 'dealcurrencyofvalue', 'currencyofvalue', 'amountcurrency', '幣別'],
  product: ['product', 'productname', 'productofinterest', '產品名稱', '產品'],
  created: [
    'createdate',
    'createddate',
    'dealcreated',
    'dealdealcreated',
    'creationdate',
    'createdat',
    'created',
    '建立日期',
    '建立時間',
  ],
  stageSince: [
    'laststagechange',
    'deallaststagechange',
    'stagesince',
    'laststagechangedate',
    'dateenteredstage',
    '進入階段日期',
    '階段變更日期',
  ],
  close: [
    'closedate',
    'closingdate',
    'dealdealclosedon',
    'dealclosedon',
    'closedon',
    'expectedclosedate',
    'dealexpectedclosedate',
    '結案日期',
    '結案日',
    '預計結案日',
  ],
} as const;

export type ListField = keyof typeof known;
export const listFields = Object.keys(known) as ListField[];

/** Below this a likeness is chance. */
const leastAlike = 0.75;

/** Which column most likely holds which field; each column once, and none where nothing is alike. */
export function suggestColumns(columns: readonly string[]): Record<ListField, string | null> {
  const pairs = listFields.flatMap((field) =>
    columns.flatMap((column, place) => {
      const score = scoreOf(foldWords(column), known[field]);
      return score >= leastAlike ? [{ field, column, place, score }] : [];
    }),
  );
  // The best pair first; of two as good, the column further left.
  pairs.sort((one, other) => other.score - one.score || one.place - other.place);
  const suggested = Object.fromEntries(listFields.map((field) => [field, null])) as Record<ListField, string | null>;
  const taken = new Set<number>();
  for (const { field, column, place } of pairs) {
    if (suggested[field] !== null || taken.has(place)) continue;
    suggested[field] = column;
    taken.add(place);
  }
  return suggested;
}

/** A name from the list counts by its place in it, above any that is only alike. */
function scoreOf(column: string, names: readonly string[]): number {
  const bare = column.replace(/^(deal|opportunity|lead)(?=.{2})/, '');
  const place = names.findIndex((name) => name === column || name === bare);
  if (place !== -1) return 2 - place / 100;
  return Math.max(...names.map((name) => Math.max(likeness(column, name), likeness(bare, name)))) - 0.001;
}
