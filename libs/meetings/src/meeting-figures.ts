import type { PlainDate } from '@tandem/kernel';
import type { ConversionFact, FigureFact } from './rules/agenda-facts';

/** What meetings ask of the figures; the room of metrics answers. */
export abstract class MeetingFigures {
  /** The five shared figures of the quarter that holds a day. */
  abstract shared(day: PlainDate): Promise<FigureFact[]>;

  /** The conversions of the funnel over the thirteen weeks before a day. */
  abstract conversions(day: PlainDate): Promise<ConversionFact[]>;
}
