import { expect, test } from '@jest/globals';
import { convertCohort, type CohortCounts } from './convert-cohort';

const nobody: CohortCounts = { entered: 0, mature: 0, converted: 0 };

test.each<[string, CohortCounts, string[], string | null]>([
  ['nobody', nobody, [], 'nothing_entered'],
  ['only running ones', { entered: 4, mature: 0, converted: 0 }, [], 'all_running'],
  ['a few, two of them running', { entered: 5, mature: 3, converted: 1 }, ['few_cases', 'cohort_running'], null],
  ['many, some running', { entered: 50, mature: 40, converted: 20 }, ['cohort_running'], null],
  ['many', { entered: 40, mature: 40, converted: 20 }, [], null],
])('of a cohort of %s, what is to be known is said', (_, cohort, notes, unavailable) => {
  const told = convertCohort(cohort, { previous: nobody, yearBefore: { entered: 9, mature: 8, converted: 2 } }, 30);
  expect(told.notes.map(({ code }) => code)).toEqual(notes);
  expect(told.unavailable?.code ?? null).toBe(unavailable);
  expect(told.yearBeforeRate).toEqual({ numerator: 2n, denominator: 8n });
});
