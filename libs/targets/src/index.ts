export { Quota } from './quota.entity';
export type { WishedValue } from './rules/decide-target';
export { Target } from './target.entity';
export { TargetsModule } from './targets.module';
export { TargetsReader, type QuotaView, type Signature, type TargetsView, type TargetView } from './targets.reader';
export { TargetsService, type QuotaWish, type TargetWish } from './targets.service';
