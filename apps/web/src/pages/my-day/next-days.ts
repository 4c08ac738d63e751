/** A day that a next step is often set for. */
export interface NextDay {
  readonly name: 'tomorrow' | 'workday' | 'third' | 'week';
  readonly day: string;
}

/** The next working day, the third one, and the working day a week on: nobody is called on a Saturday by mistake. */
export function nextDays(today: string): readonly NextDay[] {
  const first = workday(addDays(today, 1));
  const third = workday(addDays(workday(addDays(first, 1)), 1));
  return [
    { name: first === addDays(today, 1) ? 'tomorrow' : 'workday', day: first },
    { name: 'third', day: third },
    { name: 'week', day: workday(addDays(today, 7)) },
  ];
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The day itself, or the Monday after it. */
function workday(day: string): string {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
