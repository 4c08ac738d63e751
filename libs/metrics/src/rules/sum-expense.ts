import type { ExpenseFact, Facts } from './facts';
import { note, type Note } from './figure-value';

export interface Expense {
  readonly minor: bigint;
  readonly lines: readonly (ExpenseFact & { readonly reportingMinor: bigint })[];
  readonly notes: readonly Note[];
  /** Why there is no sum: nothing recorded, or nothing that says whose it is. */
  readonly unavailable: Note | null;
}

/**
 * Expense of the sides asked for. Not recorded is not 0: without a line of each side the sum of the whole organisation is unknown.
 * A team or an office has the lines that name it, which are of one side.
 */
export function sumExpense(
  { expenses, scope }: Pick<Facts, 'expenses' | 'scope'>,
  sides: readonly ExpenseFact['side'][],
): Expense {
  const recorded = expenses.filter(({ side }) => sides.includes(side));
  const lines = recorded.filter(isConvertible);
  const left = recorded.length - lines.length;
  return {
    minor: lines.reduce((total, { reportingMinor }) => total + reportingMinor, 0n),
    lines,
    notes: left === 0 ? [] : [note('partial_expense', { count: left })],
    unavailable: lines.length === 0 ? whyNone(scope) : whyHalf(scope, sides, lines),
  };
}

function whyHalf(
  scope: Facts['scope'],
  sides: readonly ExpenseFact['side'][],
  lines: readonly ExpenseFact[],
): Note | null {
  const isWhole = Object.values(scope).every((narrowed) => narrowed === undefined);
  const isHalf = sides.some((side) => !lines.some((line) => line.side === side));
  return isWhole && isHalf ? note('expense_one_sided') : null;
}

function whyNone(scope: Facts['scope']): Note {
  if (scope.personId !== undefined) return note('expense_not_by_person');
  if (scope.sourceId !== undefined) return note('expense_not_by_source');
  if (scope.teamId !== undefined || scope.officeId !== undefined) return note('expense_not_assigned');
  return note('expense_missing');
}

const isConvertible = (line: ExpenseFact): line is ExpenseFact & { readonly reportingMinor: bigint } =>
  line.reportingMinor !== null;
