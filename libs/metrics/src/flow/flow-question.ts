import type { Note } from '../rules/figure-value';
import type { Reading } from '../rules/facts';
import type { BilingualName, FigureRange } from '../figure';
import type { FlowScope, FlowSliceKind } from './rules/slice-flow';

/** What a question about flow is narrowed to, and by whose knowledge it is answered. */
export interface FlowQuestion {
  /** As for figures; without one, the current fiscal quarter. */
  readonly period?: string | undefined;
  readonly filter?: FlowScope | undefined;
  /** As restated (default): by all that is known. As reported: each event as and where it was first recorded. */
  readonly reading?: Reading | undefined;
  /** As for figures: a day, included, or a moment; later records do not count. */
  readonly asOf?: string | Date | undefined;
}

/** The same, cut into slices: by one kind, or by every pair of two. */
export interface SlicedFlowQuestion extends FlowQuestion {
  readonly by?: readonly FlowSliceKind[] | undefined;
}

/** What an answer is about: the days, the moment whose knowledge it holds, and by which reading. */
export interface FlowTold {
  readonly range: FigureRange;
  readonly asOf: Date;
  readonly reading: Reading;
  readonly currency: string;
}

export interface NamedPlace {
  readonly kind: FlowSliceKind;
  readonly id: string | null;
  readonly name: BilingualName;
}

/** An answer that rivals give differently, with the one the organisation goes by. */
export type Defined<Answer> = Answer & { readonly definition: string };

export interface FlowAnswer<Body> extends FlowTold {
  /** Null exactly when `unavailable` says why nothing can be known. */
  readonly whole: Body | null;
  readonly unavailable: Note | null;
  readonly slices: readonly { readonly places: readonly NamedPlace[]; readonly figures: Body }[];
}
