import { Module } from '@nestjs/common';
import { FunnelReader } from './funnel.reader';
import { FunnelRepository } from './funnel.repository';
import { FunnelService } from './funnel.service';

@Module({ providers: [FunnelReader, FunnelRepository, FunnelService], exports: [FunnelReader, FunnelService] })
export class FunnelModule {}
