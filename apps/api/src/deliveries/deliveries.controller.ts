import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deliveryList,
  deliveryMail,
  deliveryQuery,
  id,
  type DeliveryMailWire,
  type DeliveryQuery,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { DeliveriesReader } from '@tandem/mail';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentDelivery, presentMail } from './delivery.presenter';

/** Mails that were or will be sent; with the outbox transport they are read here and nowhere else. */
@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesReader) {}

  @Get()
  @Policy('read_deliveries')
  @Answers(deliveryList)
  async list(@Query({ schema: deliveryQuery }) query: DeliveryQuery) {
    const { items, page } = await this.deliveries.list(query);
    return { items: items.map(presentDelivery), page };
  }

  @Get(':id')
  @Policy('read_deliveries')
  @Answers(deliveryMail)
  async get(@Param('id', { schema: id }) deliveryId: Id<'delivery'>): Promise<DeliveryMailWire> {
    return presentMail(await this.deliveries.get(deliveryId));
  }
}
