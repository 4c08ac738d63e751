import { CountColumn, IdColumn, JsonColumn, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';
import type { FoldedState } from './rules/folded-part';

/** How much of an opportunity the sums hold. */
@Entity('folded_opportunity')
export class FoldedOpportunity {
  @PrimaryColumn({ type: 'binary', length: 16 }) opportunityId: Id<'opportunity'>;
  @CountColumn() seq: number;
  @IdColumn({ nullable: true }) sourceId: Id<'source'> | null;
  @IdColumn({ nullable: true }) campaignId: Id<'campaign'> | null;
  @IdColumn({ nullable: true }) productId: Id<'product'> | null;
  @TextColumn(120, { nullable: true }) segment: string | null;
  @JsonColumn({ nullable: true }) beside: FoldedState['beside'];
}
