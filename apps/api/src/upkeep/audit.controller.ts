import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  auditFilter,
  auditLineList,
  auditQuery,
  type AuditFilterWire,
  type AuditLineListWire,
  type AuditQuery,
} from '@tandem/contracts';
import { actor } from '@tandem/kernel';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersCsv, download } from '../exports/answers-csv';
import { localeOf } from '../problems/problem.filter';
import { AuditPages } from './audit-pages';

/** Who did what to which record: it names people and addresses, so it is the administrator's. */
@ApiTags('audit')
@Controller()
@Policy('administer')
export class AuditController {
  constructor(private readonly pages: AuditPages) {}

  @Get('audit-lines')
  @Answers(auditLineList)
  list(@Query({ schema: auditQuery }) query: AuditQuery, @Req() request: KnownRequest): Promise<AuditLineListWire> {
    return this.pages.list(query, localeOf(request));
  }

  /** In the language of whoever asks: a browser that saves a file does not say which one its page is in. */
  @Get('exports/audit-lines.csv')
  @AnswersCsv()
  csv(@Query({ schema: auditFilter }) filter: AuditFilterWire): Promise<StreamableFile> {
    return download('audit-lines.csv', this.pages.csv(filter, actor().locale));
  }
}
