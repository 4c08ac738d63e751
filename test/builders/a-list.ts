/** A list of opportunities as another system exports it, made by hand: two open, one won, one lost, in days of four months. */
export const listRows = [
  'Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Associated Company',
  '101,Lights for the harbour,Proposal made,"1,200.50",2022-09-30 10:00,2022-03-01 09:00,Ada Verne,Harbour Lights',
  '102,Orchard refit,Closed won,900,2022-05-20 10:00,2022-02-01 09:00,Ada Verne,Orchard Medical',
  '103,Kites for all,Closed lost,300,2022-04-11 10:00,2022-01-15 09:00,Ben Okoro,Quillon',
  '104,Second harbour,Waiting room,,2022-12-01 10:00,,Ben Okoro,harbour lights',
] as const;

/** How the list above is read; its stage that nobody knows is taken for a negotiation. */
export const aListMapping = {
  source: 'hubspot',
  encoding: 'utf-8',
  delimiter: ',',
  dateOrder: 'ymd',
  currency: 'USD',
  columns: {
    id: 'Record ID',
    name: 'Deal Name',
    account: 'Associated Company',
    owner: 'Deal owner',
    team: null,
    stage: 'Deal Stage',
    status: null,
    amount: 'Amount',
    currency: null,
    product: null,
    created: 'Create Date',
    stageSince: null,
    close: 'Close Date',
  },
  stages: [
    { written: 'Proposal made', to: 'propose' },
    { written: 'Closed won', to: 'won' },
    { written: 'Closed lost', to: 'lost' },
    { written: 'Waiting room', to: 'negotiate' },
  ],
  entries: [],
};

interface ListUpload {
  readonly mapping?: object;
  readonly content?: string | Uint8Array;
  readonly name?: string;
  readonly [field: string]: unknown;
}

/** An upload of the list, or of another one. */
export function aList({
  mapping,
  content = `${listRows.join('\r\n')}\r\n`,
  name = 'deals.csv',
  ...fields
}: ListUpload) {
  const form = new FormData();
  if (mapping) form.append('mapping', JSON.stringify(mapping));
  for (const [field, value] of Object.entries(fields)) form.append(field, String(value));
  form.append('files', new Blob([Buffer.from(content as string)]), name);
  return form;
}
