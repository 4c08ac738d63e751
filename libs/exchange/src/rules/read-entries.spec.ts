import { readEntries } from './read-entries';

const entry = (stage: string, on: string) => ({ stage, on, column: `Date entered "${stage}"` });

describe('when stages were entered', () => {
  it('is told earliest first, and of one day in the order of the columns', () => {
    const cell = JSON.stringify([
      entry('negotiate', '2026-03-01'),
      entry('prospect', '2026-01-05'),
      entry('propose', '2026-03-01'),
    ]);
    expect(readEntries(cell)).toEqual([
      { stage: 'prospect', on: '2026-01-05' },
      { stage: 'negotiate', on: '2026-03-01' },
      { stage: 'propose', on: '2026-03-01' },
    ]);
    expect(readEntries(' ')).toEqual([]);
  });

  it('is refused by the name of its column where it is no day', () => {
    expect(readEntries(JSON.stringify([entry('propose', 'soon')]))).toMatchObject({
      refused: true,
      code: 'import.date_unreadable',
      facts: { column: 'Date entered "propose"' },
    });
  });
});
