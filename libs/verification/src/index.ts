export { catalogue, type CheckId } from './catalogue';
export type { Example } from './check';
export type { Part, Progress, Verdict, VerificationReport } from './report';
export { type RunView } from './verification-run';
export { VerificationModule } from './verification.module';
export { VerificationRun } from './verification-run.entity';
export { VerificationRunsReader, type Health } from './verification-runs.reader';
export { VerificationService } from './verification.service';
export { checkIds, Verifier } from './verifier';
