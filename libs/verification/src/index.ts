export { catalogue, type CheckId } from './catalogue';
export type { Example } from './check';
export type { Part, Progress, Verdict, VerificationReport } from './report';
export { VerificationModule } from './verification.module';
export { VerificationRun } from './verification-run.entity';
export { checkIds, Verifier } from './verifier';
