import { describe, expect, test } from '@jest/globals';
import type { StageWire } from '@tandem/contracts';
import { whatItTakes } from './what-it-takes';

const stage = (id: string, ownerSide: 'sales' | 'marketing', kind: 'open' | 'won' = 'open') =>
  ({ id, ownerSide, class: kind }) as StageWire;

const stages = [
  stage('nurture', 'marketing'),
  stage('qualify', 'marketing'),
  stage('prospect', 'sales'),
  stage('propose', 'sales'),
  stage('implement', 'sales', 'won'),
  stage('retain', 'sales', 'won'),
];

describe('what it takes to bring an opportunity into a stage', () => {
  test.each([
    ['nurture', 'open', 'qualify', 'move'],
    ['qualify', 'open', 'nurture', 'move'],
    ['qualify', 'open', 'propose', 'hand_off'],
    ['prospect', 'open', 'qualify', 'return'],
    ['prospect', 'open', 'implement', 'win'],
    ['prospect', 'open', 'prospect', null],
    ['implement', 'won', 'retain', 'move'],
    ['implement', 'won', 'propose', 'reopen'],
    ['implement', 'won', 'qualify', null],
    ['propose', 'lost', 'propose', 'reopen'],
    ['propose', 'lost', 'qualify', null],
    ['propose', 'lost', 'implement', null],
  ] as const)('from %s (%s) to %s: %s', (stageId, outcome, to, meaning) => {
    expect(
      whatItTakes(
        { stageId, outcome },
        stages.find(({ id }) => id === to)!,
        stages,
      ),
    ).toBe(meaning);
  });
});
