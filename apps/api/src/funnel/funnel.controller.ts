import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { funnel, type FunnelWire } from '@tandem/contracts';
import { FunnelReader } from '@tandem/funnel';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentFunnel } from './funnel.presenter';

@ApiTags('funnel')
@Controller('funnel')
export class FunnelController {
  constructor(private readonly funnel: FunnelReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(funnel)
  async read(): Promise<FunnelWire> {
    return presentFunnel(await this.funnel.stages(), await this.funnel.contract());
  }
}
