import { date, isRefusal } from '@tandem/kernel';
import { mayAdd, mayRun, maySettle } from './may-run';
import { planAction, settleAction } from './settle-action';
import { settleItem } from './settle-item';

const codeOf = (value: unknown) => (isRefusal(value) ? value.code : value);

describe('an item closes only with a decision or an action', () => {
  const open = { state: 'composed', carried: 0 } as const;
  const now = new Date('2026-03-02T09:00:00Z');

  it.each([
    [
      'decided with a decision',
      { state: 'decided', decision: ' Stop channel B ' },
      { state: 'decided', decision: 'Stop channel B', parkedAt: null },
    ],
    ['decided without one', { state: 'decided' }, 'agenda_item.decision_missing'],
    ['decided with blanks', { state: 'decided', decision: '  ' }, 'agenda_item.decision_missing'],
    [
      'dropped with a reason',
      { state: 'dropped', decision: 'sold the product' },
      { state: 'dropped', decision: 'sold the product', parkedAt: null },
    ],
    ['dropped without one', { state: 'dropped' }, 'agenda_item.reason_missing'],
    ['opened again', { state: 'open', decision: 'x' }, { state: 'open', decision: null, parkedAt: null }],
    ['parked', { state: 'parked' }, { state: 'open', decision: null, parkedAt: now }],
  ] as const)('%s', (_, change, outcome) => {
    expect(codeOf(settleItem(change, open, now))).toEqual(outcome);
  });

  it('is not parked once it was carried over three times', () => {
    const parked = (carried: number) => codeOf(settleItem({ state: 'parked' }, { state: 'composed', carried }, now));
    expect(parked(2)).toMatchObject({ state: 'open' });
    expect(parked(3)).toBe('agenda_item.carried_too_often');
  });

  it('does not change after the meeting was closed', () => {
    expect(codeOf(settleItem({ state: 'open' }, { state: 'held', carried: 0 }, now))).toBe('agenda.held');
  });
});

describe('an action', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const term = {
    agendaState: 'composed',
    meetingDate: date('2026-03-02'),
    nextMeetingDate: date('2026-03-09'),
  } as const;

  it('is dated when it is settled and undated when it is opened again', () => {
    expect(settleAction('open', 'done', now)).toEqual({ state: 'done', settledAt: now });
    expect(settleAction('done', 'open', now)).toEqual({ state: 'open', settledAt: null });
    expect(settleAction('done', 'done', now)).toBeNull();
  });

  it.each([
    ['on the day of the meeting', '2026-03-02', '2026-03-02'],
    ['on the day of the next', '2026-03-09', '2026-03-09'],
    ['before the meeting', '2026-03-01', 'action.due_before_meeting'],
    ['after the next meeting', '2026-03-10', 'action.due_after_next_meeting'],
  ])('due %s', (_, due, outcome) => {
    expect(codeOf(planAction(date(due), term))).toBe(outcome);
  });

  it('is not agreed at a meeting that is closed', () => {
    expect(codeOf(planAction(date('2026-03-03'), { ...term, agendaState: 'held' }))).toBe('agenda.held');
  });
});

describe('who may do what at a meeting', () => {
  const rep = { personId: 'rep', role: 'rep' } as const;

  it('is run by its chair or the revenue officer', () => {
    expect([mayRun(rep, 'rep'), mayRun(rep, 'ann'), mayRun({ personId: 'x', role: 'revenue_officer' }, 'ann')]).toEqual(
      [true, false, true],
    );
    expect(mayRun({ personId: 'x', role: 'administrator' }, 'ann')).toBe(false);
  });

  it('lets members tick their own actions and no others', () => {
    expect([maySettle(rep, 'rep', 'ann'), maySettle(rep, 'bob', 'ann'), maySettle(rep, 'bob', 'rep')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('lets members add items and strangers none', () => {
    expect([mayAdd(rep, ['rep'], 'ann'), mayAdd(rep, ['bob'], 'ann')]).toEqual([true, false]);
  });
});
