export { VerificationModule } from './verification.module';
export { VerificationRun } from './verification-run.entity';
