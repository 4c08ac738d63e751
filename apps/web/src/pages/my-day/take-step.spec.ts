import { expect, test } from '@jest/globals';
import type { MyDay, WorkItem } from '@tandem/contracts';
import { takeStep } from './take-step';

const item = (id: string, some: Partial<WorkItem>): WorkItem => ({
  id,
  name: id,
  account: null,
  contact: null,
  stage: { id: 's', name: { en: 'Propose', zhTW: null } },
  amount: null,
  closeDate: null,
  nextStep: 'Call',
  nextStepDate: '2026-11-20',
  daysInStage: 3,
  attention: [],
  version: 1,
  ...some,
});
const dayOf = (...items: WorkItem[]) =>
  ({ today: '2026-11-23', coming: { today: 0, items: [] }, attention: { count: 9, items } }) as unknown as MyDay;
const stepped = { id: 'acme', version: 2, nextStep: 'Send the quote', nextStepDate: '2026-11-24' };

test('what was late or without a step is settled by a step ahead', () => {
  const day = dayOf(
    item('acme', { attention: ['step_overdue', 'no_next_step'] }),
    item('delta', { attention: ['no_next_step'] }),
  );
  expect(takeStep(day, stepped).attention.count).toBe(8);
});

test('a close date that has passed still needs somebody', () => {
  const day = dayOf(item('acme', { attention: ['step_overdue', 'close_date_passed'] }));
  expect(takeStep(day, stepped).attention).toMatchObject({
    count: 9,
    items: [{ attention: ['close_date_passed'], version: 2, nextStep: 'Send the quote' }],
  });
});

test('what comes keeps its place with its new version', () => {
  const day = { ...dayOf(), coming: { today: 1, items: [item('acme', {}), item('delta', {})] } };
  expect(takeStep(day, stepped).coming.items.map(({ id, version }) => [id, version])).toEqual([
    ['acme', 2],
    ['delta', 1],
  ]);
});
