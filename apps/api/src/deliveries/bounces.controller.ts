import { Body, Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { bounceOutcome, returnedMail, type BounceOutcomeWire, type ReturnedMail } from '@tandem/contracts';
import { BouncesService } from '@tandem/mail';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';

/** Mails that mail servers sent back to our sender address. */
@ApiTags('deliveries')
@Controller('bounces')
export class BouncesController {
  constructor(private readonly bounces: BouncesService) {}

  /** The body is the mail itself as `message/rfc822`, up to 2 MB, or JSON around its text. */
  @Post()
  @Policy('administer')
  @ApiConsumes('message/rfc822', 'application/json')
  @Answers(bounceOutcome, { changes: true })
  take(@Body({ schema: returnedMail }) { message }: ReturnedMail): Promise<BounceOutcomeWire> {
    return this.bounces.take(message);
  }
}
