import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { UpkeepModule } from '@tandem/upkeep';
import { AuditController } from './audit.controller';
import { AuditPages } from './audit-pages';
import { UpkeepController } from './upkeep.controller';

@Module({
  imports: [PeopleModule, UpkeepModule],
  controllers: [UpkeepController, AuditController],
  providers: [AuditPages],
})
export class UpkeepApiModule {}
