import { CountColumn, FlagColumn, KeyColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';
import { buyerSteps, type BuyerStep, type StageClass, type StageSide } from './stage';

@Entity('funnel_stage')
export class FunnelStage {
  @PrimaryId() id: Id<'stage'>;
  @KeyColumn(40, { name: 'stage_key' }) key: string;
  @CountColumn('smallint') position: number;
  @WordColumn(buyerSteps) buyerStep: BuyerStep;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @WordColumn(['sales', 'marketing']) ownerSide: StageSide;
  @WordColumn(['open', 'won']) class: StageClass;
  @FlagColumn() mandatory: boolean;
  @CountColumn('tinyint') probability: number;
  @CountColumn('smallint', { nullable: true }) staleDays: number | null;
}
