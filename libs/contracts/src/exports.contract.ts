import { z } from 'zod';
import { day } from './shapes.contract';

/** Which booking lines are downloaded: those of the days from `from` on and before `until`. */
export const bookingsExportQuery = z.strictObject({ from: day.optional(), until: day.optional() });

export type BookingsExportQuery = z.infer<typeof bookingsExportQuery>;
