// Quarters, weeks and days that are asked about, as plain dates.

const dayMs = 86_400_000;
const plain = (ms) => new Date(ms).toISOString().slice(0, 10);
const msOf = (day) => Date.parse(`${day}T00:00:00Z`);

export const plusDays = (day, days) => plain(msOf(day) + days * dayMs);

/** `2026-02` as its last day. */
export function lastDayOf(month) {
  const [year, number] = month.split('-').map(Number);
  return plain(Date.UTC(year, number, 0));
}

/** The quarters up to the one of a day, the latest last: `{ key, from, until, months }`, half-open. */
export function quartersBefore(day, many) {
  const year = Number(day.slice(0, 4));
  const now = year * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return Array.from({ length: many }, (_, place) => quarterAt(now - many + 1 + place));
}

function quarterAt(count) {
  const [year, quarter] = [Math.floor(count / 4), count % 4];
  const month = (place) => plain(Date.UTC(year, quarter * 3 + place, 1));
  return {
    key: `${year}-Q${quarter + 1}`,
    from: month(0),
    until: month(3),
    months: [0, 1, 2].map((place) => month(place).slice(0, 7)),
  };
}

/** The Monday of the week of a day. */
export const mondayOf = (day) => plusDays(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7));

/** The ISO week of a Monday, as in `2026-W05`. */
export function weekOf(monday) {
  const thursday = plusDays(monday, 3);
  const firstOfYear = msOf(`${thursday.slice(0, 4)}-01-01`);
  const number = 1 + Math.floor((msOf(thursday) - firstOfYear) / dayMs / 7);
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

/** A day in Taipei, where the organisation is, begins at this moment, as the database writes it. */
export const momentOf = (day) => `${plusDays(day, -1)} 16:00:00.000`;

/** The day in Taipei that a moment lies on, in milliseconds. */
export const dayOf = (ms) => plain(ms + 8 * 3_600_000);
