export { CallsService, type CallWish } from './calls.service';
export { Campaign } from './campaign.entity';
export { CampaignsModule } from './campaigns.module';
export { CampaignsReader } from './campaigns.reader';
export { CampaignsService, type NewCampaign, type NewSource } from './campaigns.service';
export { feedbackAbouts, type FeedbackAbout, type FeedbackWish } from './feedback/feedback';
export { Feedback } from './feedback/feedback.entity';
export {
  FeedbackReader,
  type FeedbackOverview,
  type FeedbackWeek,
  type OwnFeedback,
  type RateableHandOff,
} from './feedback/feedback.reader';
export { FeedbackService } from './feedback/feedback.service';
export { FeedbackWordsReader, type FeedbackWords } from './feedback/feedback-words.reader';
export { type Untold, type WeekTold } from './feedback/rules/tell-week';
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
