import { Injectable } from '@nestjs/common';
import { JobHandler, verifyRecords } from '@tandem/jobs';
import { VerificationService } from '@tandem/verification';

/** Verifies everything at night, and when an administrator has asked for it. */
@Injectable()
export class VerifyJob extends JobHandler {
  readonly job = verifyRecords;

  constructor(private readonly verification: VerificationService) {
    super();
  }

  async run(): Promise<void> {
    await this.verification.tend();
  }
}
