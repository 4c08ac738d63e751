import type { Years } from '../calendar';
import type { ChoiceRow, ProductRow, TouchRow } from './money-rows';

/** The whole history, row by row as the base tables hold it. Amounts are whole numbers, days are text. */
export interface History {
  readonly organisation: readonly OrganisationRow[];
  readonly stages: readonly StageRow[];
  readonly windows: readonly WindowRow[];
  readonly calendars: readonly CalendarRow[];
  readonly contracts: readonly ContractRow[];
  readonly teams: readonly TeamRow[];
  readonly persons: readonly PersonRow[];
  readonly accounts: readonly AccountRow[];
  readonly merges: readonly MergeRow[];
  readonly choices: readonly ChoiceRow[];
  readonly products: readonly ProductRow[];
  readonly touches: readonly TouchRow[];
  readonly handOffs: readonly HandOffRow[];
  readonly holidays: readonly HolidayRow[];
  readonly opportunities: readonly OpportunityRow[];
  readonly moves: readonly MoveRow[];
  readonly bookings: readonly BookingRow[];
  readonly restatements: readonly RestatementRow[];
  readonly expenses: readonly ExpenseRow[];
  readonly quotas: readonly QuotaRow[];
  readonly targets: readonly TargetRow[];
  readonly rates: readonly RateRow[];
  readonly snapshots: readonly SnapshotRow[];
  /** What was overwritten, as the audit trail tells it. */
  readonly audit: readonly AuditRow[];
}

export interface OrganisationRow extends Years {
  readonly reportingCurrency: string;
  readonly zone: string;
}

export interface StageRow {
  readonly id: string;
  readonly stageKey: string;
  readonly position: number;
  readonly buyerStep: string;
  readonly class: 'open' | 'won';
  readonly mandatory: number;
  /** In percent. */
  readonly probability: number;
  readonly ownerSide: 'sales' | 'marketing';
  readonly staleDays: number | null;
}

export interface WindowRow {
  readonly fromStageId: string;
  readonly toStageId: string;
  readonly days: number;
}

/** When a team works: hours of the day in a zone, days of the week as bits from Monday on. */
export interface CalendarRow {
  readonly id: string;
  readonly zone: string;
  readonly opens: string;
  readonly closes: string;
  readonly weekdays: number;
}

export interface HolidayRow {
  readonly calendarId: string;
  readonly holiday: string;
}

export interface ContractRow {
  readonly id: string;
  readonly revision: number;
  readonly validFrom: Date;
  /** Working minutes within which an offer is to be answered. */
  readonly responseMinutes: number;
  readonly newCustomerVariant: 'first_order' | 'connected_new' | 'win_back';
  readonly winBackMonths: number;
}

export interface TeamRow {
  readonly id: string;
  readonly calendarId: string | null;
  readonly officeId: string | null;
}

export interface PersonRow {
  readonly id: string;
  readonly teamId: string | null;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly segment: string | null;
}

export interface MergeRow {
  readonly accountId: string;
  readonly intoAccountId: string;
  readonly mergedAt: Date;
}

export interface OpportunityRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly sourceId: string | null;
  readonly bookingType: string;
  /** What the rep calls it in the forecast. */
  readonly forecastCategory: Category | null;
}

export type Category = 'commit' | 'best_case' | 'pipeline' | 'omitted';
export interface HandOffRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly contractId: string;
  readonly state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  readonly toTeamId: string;
  readonly toPersonId: string | null;
  readonly offeredAt: Date;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
  readonly reasonKey: string | null;
}

export type Outcome = 'open' | 'won' | 'lost' | 'cancelled';

export interface MoveRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly seq: number;
  readonly version: number;
  readonly stageFromId: string | null;
  readonly stageToId: string;
  readonly outcomeFrom: Outcome | null;
  readonly outcomeTo: Outcome;
  readonly amountToMinor: bigint | null;
  readonly currency: string;
  readonly closeDateFrom: string | null;
  readonly closeDateTo: string | null;
  readonly ownerToId: string;
  readonly teamToId: string;
  /** The rep's own, in percent. */
  readonly probabilityTo: number | null;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly atPrecision: 'second' | 'day' | 'inferred';
  readonly actorId: string | null;
  readonly origin: string;
  readonly correction: 'redate' | 'withdraw' | null;
  readonly correctsSeq: number | null;
}

export interface BookingRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly moveId: string | null;
  readonly accountId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly bookingType: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reportingAmountMinor: bigint | null;
  readonly reportingCostMinor: bigint | null;
  readonly reportingCurrency: string;
  readonly bookingDate: string;
  readonly recordedAt: Date;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
  readonly reversesId: string | null;
  readonly creditOfId: string | null;
  readonly adjustsDate: string | null;
}

export interface RestatementRow {
  readonly bookingId: string;
  readonly revision: number;
  readonly reportingAmountMinor: bigint;
  readonly reportingCostMinor: bigint | null;
  readonly recordedAt: Date;
}

export interface ExpenseRow {
  readonly id: string;
  readonly expenseDate: string;
  readonly side: 'sales' | 'marketing';
  readonly reportingAmountMinor: bigint | null;
  readonly reportingCurrency: string;
  readonly teamId: string | null;
  readonly sourceId: string | null;
  readonly recordedAt: Date;
}

export interface QuotaRow {
  readonly id: string;
  readonly startsOn: string;
  readonly endsBefore: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly revision: number;
  readonly recordedAt: Date;
}

export interface TargetRow {
  readonly id: string;
  readonly figureKey: string;
  readonly startsOn: string;
  readonly endsBefore: string;
  /** Minor units, a count, or ten-thousandths of a ratio; as text. */
  readonly value: string;
  readonly unit: 'money' | 'count' | 'ratio';
  readonly currency: string | null;
  /** Everybody is `all`. */
  readonly sliceKind: string;
  /** An id or a name; empty for what lacks the attribute, and for everybody. */
  readonly slice: string;
}

export interface RateRow {
  readonly fromCurrency: string;
  readonly toCurrency: string;
  readonly rateDate: string;
  /** Decimal text: units of the second currency for one of the first. */
  readonly rate: string;
}

/** What was forecast of a quarter at the end of a week; of a team, or all zeros for everybody. */
export interface SnapshotRow {
  readonly id: string;
  readonly weekFrom: string;
  readonly periodKey: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly scopeId: string;
  readonly currency: string;
  readonly wonMinor: bigint;
  readonly commitMinor: bigint;
  readonly bestCaseMinor: bigint;
  readonly pipelineMinor: bigint;
  readonly weightedMinor: bigint;
  readonly p10Minor: bigint;
  readonly p50Minor: bigint;
  readonly p90Minor: bigint;
  readonly openCount: number;
  readonly unvaluedCount: number;
  readonly overdueCount: number;
  readonly recordedAt: Date;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly beforeState: Readonly<Record<string, unknown>> | null;
  readonly afterState: Readonly<Record<string, unknown>> | null;
}
