import { date } from '@tandem/kernel';
import { actionTitles, notes } from '../outline/meetings';
import { drawFrom } from './draw';
import { recallMeetings } from './recall-meetings';

const dates = Array.from({ length: 18 }, (_, place) => date(`2026-03-${String(place + 1).padStart(2, '0')}`));
const recalled = recallMeetings(drawFrom(7, 'weekly'), dates, {
  next: date('2026-04-01'),
  members: ['english', 'chinese'],
  titles: actionTitles,
  notes,
  localeOf: (member) => (member === 'english' ? 'en' : 'zh-TW'),
});
const isChinese = (said: string) => /\p{Script=Han}/u.test(said);

describe('recalled meetings', () => {
  it('tell an action in the language of whoever owes it', () => {
    const actions = recalled.flatMap((meeting) => meeting.actions);
    expect(new Set(actions.map(({ owner }) => owner)).size).toBe(2);
    for (const { title, owner } of actions) expect(isChinese(title)).toBe(owner === 'chinese');
  });

  it('tell a note and what was decided in the language of whoever wrote it', () => {
    const told = recalled.flatMap(({ note }) => (note ? [note] : []));
    expect(told.length).toBeGreaterThan(0);
    for (const { title, decision, by } of told)
      expect([title, decision].map(isChinese)).toEqual(Array(2).fill(by === 'chinese'));
  });
});
