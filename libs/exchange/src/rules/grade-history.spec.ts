import type { PlainDate } from '@tandem/kernel';
import { gradeHistory } from './grade-history';

const day = '2026-01-05' as PlainDate;
const nothing = { engagedOn: null, closedOn: null, listed: null };
const listed = { name: 'A', stage: 'propose', createdOn: null, stageSince: null, expectedOn: null, entries: [] };

describe('how much of its past an opportunity brings', () => {
  it.each([
    ['bothEnds', { ...nothing, stage: 'won' as const, engagedOn: day, closedOn: day }],
    ['oneEnd', { ...nothing, stage: 'lost' as const, closedOn: day }],
    ['bothEnds', { ...nothing, stage: 'engaging' as const, engagedOn: day }],
    ['snapshot', { ...nothing, stage: 'prospecting' as const }],
    ['bothEnds', { ...nothing, stage: 'open' as const, listed: { ...listed, createdOn: day, stageSince: day } }],
    ['oneEnd', { ...nothing, stage: 'open' as const, listed: { ...listed, createdOn: day } }],
    ['bothEnds', { ...nothing, stage: 'won' as const, closedOn: day, listed: { ...listed, createdOn: day } }],
    ['snapshot', { ...nothing, stage: 'open' as const, listed }],
    ['full', { ...nothing, stage: 'open' as const, listed: { ...listed, entries: [{ stage: 'propose', on: day }] } }],
    [
      'full',
      {
        ...nothing,
        stage: 'lost' as const,
        closedOn: day,
        listed: { ...listed, entries: [{ stage: 'propose', on: day }] },
      },
    ],
    [
      'snapshot',
      { ...nothing, stage: 'open' as const, listed: { ...listed, entries: [{ stage: 'prospect', on: day }] } },
    ],
  ])('%s', (grade, row) => {
    expect(gradeHistory(row)).toBe(grade);
  });
});
