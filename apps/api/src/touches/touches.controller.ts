import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TouchesReader, TouchesService, type TouchQuery as TouchQuestion } from '@tandem/campaigns';
import {
  newTouch,
  touch,
  touchList,
  touchQuery,
  type NewTouch,
  type Page,
  type TouchQuery,
  type TouchWire,
} from '@tandem/contracts';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentTouch, touchOf } from './touch.presenter';

/** Contacts of either side with buyers: what attribution goes by. */
@ApiTags('touches')
@Controller('touches')
export class TouchesController {
  constructor(
    private readonly reader: TouchesReader,
    private readonly changes: TouchesService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(touchList)
  async list(@Query({ schema: touchQuery }) query: TouchQuery): Promise<{ items: TouchWire[]; page: Page }> {
    const { items, page } = await this.reader.list(query as TouchQuestion);
    return { items: items.map(presentTouch), page };
  }

  @Post()
  @Policy('work_opportunities')
  @Answers(touch, { status: 201, changes: true })
  async record(@Body({ schema: newTouch }) body: NewTouch): Promise<TouchWire> {
    return presentTouch(await this.reader.get(await this.changes.record(touchOf(body))));
  }
}
