export { CallsService, type CallWish } from './calls.service';
export { Campaign } from './campaign.entity';
export { CampaignsModule } from './campaigns.module';
export { CampaignsReader } from './campaigns.reader';
export { CampaignsService, type NewCampaign, type NewSource } from './campaigns.service';
export { Source } from './source.entity';
export {
  callOutcomes,
  touchKinds,
  touchSides,
  type CallOutcome,
  type NewTouch,
  type TouchKind,
  type TouchSide,
} from './touch';
export { Touch } from './touch.entity';
export { TouchesReader, type TouchQuery, type TouchView } from './touches.reader';
export { TouchesService } from './touches.service';
