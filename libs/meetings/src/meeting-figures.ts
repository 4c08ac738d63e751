import type { PlainDate } from '@tandem/kernel';
import type { ConversionFact, FigureFact } from './rules/agenda-facts';

/** What meetings ask of the figures; the room of metrics answers. `by` is the moment whose knowledge is asked for, null for all there is. */
export abstract class MeetingFigures {
  /** Whether anything had been recorded by a moment. */
  abstract anythingBy(moment: Date): Promise<boolean>;

  /** The five shared figures of the quarter that holds a day. */
  abstract shared(day: PlainDate, by: Date | null): Promise<FigureFact[]>;

  /** The conversions of the funnel over the thirteen weeks before a day. */
  abstract conversions(day: PlainDate, by: Date | null): Promise<ConversionFact[]>;
}
