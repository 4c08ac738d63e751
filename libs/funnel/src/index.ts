export { ConversionWindowRow } from './conversion-window.entity';
export { defaultStages } from './default-funnel';
export { FunnelModule } from './funnel.module';
export { FunnelReader } from './funnel.reader';
export { FunnelService } from './funnel.service';
export { FunnelStage } from './funnel-stage.entity';
export { HandOffContractRow } from './hand-off-contract.entity';
export { isLossReason, lossReasons, rejectionReasons, type LossReason, type RejectionReason } from './reasons';
export {
  buyerSteps,
  type BuyerStep,
  type ConversionWindow,
  type HandOffContract,
  type NewCustomerVariant,
  type Stage,
  type StageClass,
  type StageSide,
} from './stage';
