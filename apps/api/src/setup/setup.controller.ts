import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  demoProgress,
  setup,
  setupDone,
  setupState,
  type DemoProgress,
  type Setup,
  type SetupDone,
  type SetupState,
} from '@tandem/contracts';
import { DemoProgressReader, FirstRunService } from '@tandem/demo';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AlwaysAnswered } from '../load/always-answered';
import { localeOf } from '../problems/problem.filter';
import { SetupCode } from './setup-code';
import { presentProgress } from './setup.presenter';

/** How an installation begins. */
@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly firstRun: FirstRunService,
    private readonly progress: DemoProgressReader,
    private readonly code: SetupCode,
  ) {}

  @Get()
  @AlwaysAnswered()
  @Policy('public')
  @Answers(setupState)
  async state(): Promise<SetupState> {
    const isOpen = await this.firstRun.isOpen();
    if (isOpen) this.code.tell();
    return { isOpen };
  }

  /** Possible once, and by one of all who try. */
  @Post()
  @Policy('public')
  @Answers(setupDone, { status: 201, changes: true })
  async begin(@Body({ schema: setup }) { code, ...beginning }: Setup): Promise<SetupDone> {
    this.code.refuseWrong(code);
    await this.firstRun.begin(beginning);
    return { wish: beginning.wish };
  }

  @Get('demo')
  @Policy('administer')
  @Answers(demoProgress)
  async demo(@Req() request: KnownRequest): Promise<DemoProgress> {
    return presentProgress(await this.progress.find(), localeOf(request));
  }

  /** Loads a demo company once more that could not be loaded. */
  @Post('demo')
  @Policy('administer')
  @Answers(demoProgress, { changes: true })
  async again(@Req() request: KnownRequest): Promise<DemoProgress> {
    await this.firstRun.wishDemoAgain();
    return presentProgress(await this.progress.find(), localeOf(request));
  }
}
