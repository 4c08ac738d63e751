import type { Id } from '@tandem/kernel';

/** What the rules need to know of a stage. */
export interface RoadStage {
  readonly id: Id<'stage'>;
  /** As whoever acts reads it, because refusals name stages. */
  readonly name: string;
  readonly position: number;
  readonly ownerSide: 'sales' | 'marketing';
  readonly class: 'open' | 'won';
}

/** Where an accepted hand-off leads: the first open stage of sales. Null in a funnel that has none. */
export const firstSalesStage = <Stage extends RoadStage>(stages: readonly Stage[]): Stage | null =>
  inOrder(stages).find((stage) => stage.ownerSide === 'sales' && stage.class === 'open') ?? null;

/** Where a returned opportunity goes back to: the stage just before the hand-off. Null in a funnel that has none. */
export const lastMarketingStage = <Stage extends RoadStage>(stages: readonly Stage[]): Stage | null =>
  inOrder(stages).findLast((stage) => stage.ownerSide === 'marketing' && stage.class === 'open') ?? null;

/** The stage of an id that the database vouches for. */
export function stageOf<Stage extends RoadStage>(stages: readonly Stage[], id: Id<'stage'>): Stage {
  const found = stages.find((stage) => stage.id === id);
  if (!found) throw new Error('an opportunity stands in a stage that is not in the funnel');
  return found;
}

/** The stages under the names of one language. */
export const readIn = <Stage extends RoadStage & { readonly nameZh: string | null }>(
  locale: string,
  stages: readonly Stage[],
): readonly Stage[] =>
  locale === 'zh-TW' ? stages.map((stage) => ({ ...stage, name: stage.nameZh ?? stage.name })) : stages;

const inOrder = <Stage extends RoadStage>(stages: readonly Stage[]): Stage[] =>
  [...stages].sort((one, other) => one.position - other.position);
