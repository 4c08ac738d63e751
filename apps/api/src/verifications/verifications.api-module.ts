import { Module } from '@nestjs/common';
import { VerificationModule } from '@tandem/verification';

@Module({ imports: [VerificationModule] })
export class VerificationsApiModule {}
