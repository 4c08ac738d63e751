import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  metricCard,
  metricChoices,
  metricKey,
  metricList,
  metricsQuery,
  newMetricChoice,
  type MetricCardWire,
  type MetricChoicesWire,
  type MetricsQuery,
  type NewMetricChoice,
} from '@tandem/contracts';
import { cardOf, figureCards, MetricChoicesReader, MetricChoicesService } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { dayOf } from '../opportunities/opportunity.request';
import { localeOf } from '../problems/problem.filter';
import { presentCard, presentChoices } from './metrics.presenter';

/** The catalogue: what every figure means, and which of rival definitions the organisation goes by. */
@ApiTags('metrics')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly choices: MetricChoicesReader,
    private readonly changes: MetricChoicesService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(metricList)
  async list(
    @Query({ schema: metricsQuery }) { asOf }: MetricsQuery,
    @Req() request: KnownRequest,
  ): Promise<{ metrics: MetricCardWire[] }> {
    const inForce = await this.choices.inForce(asOf);
    return { metrics: figureCards.map((card) => presentCard(card, inForce, localeOf(request))) };
  }

  @Get('choices')
  @Policy('signed_in')
  @Answers(metricChoices)
  async readChoices(@Query({ schema: metricsQuery }) { asOf }: MetricsQuery): Promise<MetricChoicesWire> {
    return presentChoices(await this.choices.choices(asOf));
  }

  /** Chooses a definition from today or a later day on; what was asked as of an earlier day keeps its own. */
  @Post('choices')
  @Policy('choose_definitions')
  @Answers(metricChoices, { status: 201, changes: true })
  async choose(@Body({ schema: newMetricChoice }) { validFrom, ...wish }: NewMetricChoice): Promise<MetricChoicesWire> {
    await this.changes.choose({
      ...wish,
      validFrom: validFrom === undefined ? undefined : dayOf(validFrom, '/validFrom'),
    });
    return presentChoices(await this.choices.choices());
  }

  @Get(':key')
  @Policy('signed_in')
  @Answers(metricCard)
  async read(
    @Param('key', { schema: metricKey }) key: string,
    @Query({ schema: metricsQuery }) { asOf }: MetricsQuery,
    @Req() request: KnownRequest,
  ): Promise<MetricCardWire> {
    return presentCard(cardOf(key), await this.choices.inForce(asOf), localeOf(request));
  }
}
