import { Module } from '@nestjs/common';
import { VerificationModule } from '@tandem/verification';
import { VerificationsController } from './verifications.controller';

@Module({ imports: [VerificationModule], controllers: [VerificationsController] })
export class VerificationsApiModule {}
