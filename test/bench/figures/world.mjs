// What may be asked about: days within the three years that are loaded, drawn the same way in every run.
import { counts, series } from '../records/company.mjs';
import { idOf } from '../records/ids.mjs';
import { randomFrom } from '../records/paths.mjs';
import { mondayOf, plusDays, quartersBefore, weekOf } from './calendar.mjs';
import { uuidOf } from './numbers.mjs';

const seed = 7;

/** `today` is the day the histories end with. */
export function openWorld(today) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Neither the first quarter, which is cut off, nor the one before it: the funnel looks at the quarter before as well.
  const quarters = quartersBefore(today, 11).slice(0, 10);
  const sources = Array.from({ length: counts.sources }, (_, place) => ({
    number: place + 1,
    id: uuidOf(idOf(series.source, place + 1)),
  }));
  const monday = mondayOf(today);
  const weeks = Array.from({ length: 120 }, (_, place) => {
    const from = plusDays(monday, -7 * (place + 1));
    return { key: weekOf(from), from, until: plusDays(from, 7) };
  });
  return {
    pickQuarter: () => pick(quarters),
    pickSource: () => pick(sources),
    pickWeek: () => pick(weeks),
    pickDay: () => plusDays(today, -1 - Math.floor(random() * 700)),
    /** A year of weeks that ends with one of the last hundred. */
    pickYear: () => {
      const last = Math.floor(random() * 60);
      return weeks.slice(last, last + 52).toReversed();
    },
  };
}
