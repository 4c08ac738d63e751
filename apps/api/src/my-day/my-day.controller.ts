import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { myDay, type MyDay } from '@tandem/contracts';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { MyDayPage } from './my-day-page';
import { presentMyDay } from './my-day.presenter';

/** What somebody has to do today: everybody is shown their own. */
@ApiTags('my day')
@Controller('my-day')
export class MyDayController {
  constructor(private readonly page: MyDayPage) {}

  @Get()
  @Policy('signed_in')
  @Answers(myDay)
  async read(@Req() request: KnownRequest): Promise<MyDay> {
    return presentMyDay(await this.page.read(), localeOf(request));
  }
}
