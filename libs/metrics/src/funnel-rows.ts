import { buyerSteps, type BuyerStep, type ConversionWindow, type Stage } from '@tandem/funnel';
import { text } from '@tandem/language';
import type { BilingualName } from './figure';
import type { RowOutline } from './rules/count-funnel';

export type FunnelSide = 'seller' | 'buyer';

/** A row with what a screen needs to name and colour it. */
export interface FunnelRowOutline extends RowOutline {
  readonly name: BilingualName;
  readonly ownerSide: 'sales' | 'marketing';
  readonly buyerStep: BuyerStep;
}

/** The rows of the funnel: the seller's stages, or the buyer's steps, each with the stages inside it. */
export function rowsOf(stages: readonly Stage[], side: FunnelSide): FunnelRowOutline[] {
  if (side === 'seller') {
    return stages.map(({ id, key, name, nameZh, ownerSide, buyerStep }) => ({
      key,
      stageIds: [id],
      name: { en: name, zhTW: nameZh },
      ownerSide,
      buyerStep,
    }));
  }
  return buyerSteps.flatMap((buyerStep) => {
    const within = stages.filter((stage) => stage.buyerStep === buyerStep);
    const [first] = within;
    if (!first) return [];
    const name = {
      en: text('en', `words:buyerStep.${buyerStep}`),
      zhTW: text('zh-TW', `words:buyerStep.${buyerStep}`),
    };
    return [{ key: buyerStep, stageIds: within.map(({ id }) => id), name, ownerSide: first.ownerSide, buyerStep }];
  });
}

/** The window somebody set between two rows; of several the longest. Null when nobody did. */
export function setWindow(
  windows: readonly ConversionWindow[],
  from: RowOutline | undefined,
  to: RowOutline | undefined,
): number | null {
  const days = windows
    .filter(({ fromStageId, toStageId }) => from?.stageIds.includes(fromStageId) && to?.stageIds.includes(toStageId))
    .map((window) => window.days);
  return days.length === 0 ? null : Math.max(...days);
}
