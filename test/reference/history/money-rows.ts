/** Which of several rival definitions holds for a purpose, from a day on. */
export interface ChoiceRow {
  readonly id: string;
  readonly purpose: string;
  readonly definition: string;
  readonly validFrom: string;
  readonly recordedAt: Date;
}

export interface ProductRow {
  readonly id: string;
  readonly future: number;
}

/** A contact with a buyer; of an account alone when it names no opportunity. */
export interface TouchRow {
  readonly id: string;
  readonly opportunityId: string | null;
  readonly accountId: string | null;
  readonly sourceId: string;
  readonly campaignId: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
}
