import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { id, importRun, importRunList, type ImportRunWire } from '@tandem/contracts';
import { ImportService } from '@tandem/exchange';
import type { Id } from '@tandem/kernel';
import type { FastifyReply } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { presentRun } from './imports.presenter';
import { ReadUpload } from './read-upload.guard';
import { Uploaded, type Upload } from './upload';

@ApiTags('imports')
@Controller('imports')
@Policy('import')
export class ImportsController {
  constructor(private readonly imports: ImportService) {}

  /** Takes the four files and answers at once; the worker does the rest. */
  @Post('crm-sales')
  @UseGuards(ReadUpload)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema() })
  @Answers(importRun, { status: 202, changes: true })
  async start(
    @Uploaded() { checked, options }: Upload,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportRunWire> {
    const runId = await this.imports.start(checked, options);
    void reply.header('Location', `/api/v1/imports/${runId}`);
    return presentRun(await this.imports.get(runId), localeOf(request));
  }

  @Get()
  @Answers(importRunList)
  async list(@Req() request: KnownRequest): Promise<{ items: ImportRunWire[] }> {
    return { items: (await this.imports.latest()).map((run) => presentRun(run, localeOf(request))) };
  }

  @Get(':id')
  @Answers(importRun)
  async get(
    @Param('id', { schema: id }) runId: Id<'import_run'>,
    @Req() request: KnownRequest,
  ): Promise<ImportRunWire> {
    return presentRun(await this.imports.get(runId), localeOf(request));
  }
}

function uploadSchema() {
  const flag = { type: 'string', enum: ['true', 'false'], default: 'false' };
  const newPassword = { type: 'string', minLength: 12, maxLength: 128 };
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  return { type: 'object', required: ['files'], properties: { dryRun: flag, replaceDemo: flag, newPassword, files } };
}
