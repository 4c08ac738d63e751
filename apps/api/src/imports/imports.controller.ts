import { Controller, Get, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '@tandem/config';
import {
  id,
  importPreview,
  importRun,
  importRunList,
  importUndoPlan,
  listDelimiter,
  listEncoding,
  type ImportPreviewWire,
  type ImportRunWire,
} from '@tandem/contracts';
import { ImportService, ImportUndo, type ListPreview, type UndoPlan } from '@tandem/exchange';
import { Clock, type Id } from '@tandem/kernel';
import type { FastifyReply } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { sessionTokenOf } from '../access/session-cookie';
import { localeOf } from '../problems/problem.filter';
import { presentRun } from './imports.presenter';
import { presentPreview } from './list-preview.presenter';
import { LookAtList, ReadList } from './read-list.guard';
import { ReadUpload } from './read-upload.guard';
import { Looked, Uploaded, type Upload } from './upload';

@ApiTags('imports')
@Controller('imports')
@Policy('import')
export class ImportsController {
  constructor(
    private readonly imports: ImportService,
    private readonly undo: ImportUndo,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
    const list = checked.list && { currency: checked.list.mapping.currency };
    const sessionToken = sessionTokenOf(request, this.config) ?? undefined;
    const runId = await this.imports.start(checked, { ...options, ...list, sessionToken });
    void reply.header('Location', `/api/v1/imports/${runId}`);
    return presentRun(await this.imports.get(runId), localeOf(request), this.clock.now());
  }

  /** Takes one list of opportunities from any system, read as the mapping says; the worker does the rest. */
  @Post('opportunity-lists')
  @UseGuards(ReadList)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema({ mapping: { type: 'string', contentMediaType: 'application/json' } }) })
  @Answers(importRun, { status: 202, changes: true })
  startList(
    @Uploaded() upload: Upload,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportRunWire> {
    return this.start(upload, request, reply);
  }

  /** Looks at a list: how it seems to be written, what its columns hold, and how such a list was read before. Keeps nothing. */
  @Post('previews')
  @UseGuards(LookAtList)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: previewSchema() })
  @Answers(importPreview, { looks: true })
  look(@Looked() list: ListPreview): ImportPreviewWire {
    return presentPreview(list);
  }

  /** Stops an import where it is; twice is the same as once. */
  @Post(':id/pause')
  @Answers(importRun, { changes: true })
  async pause(
    @Param('id', { schema: id }) runId: Id<'import_run'>,
    @Req() request: KnownRequest,
  ): Promise<ImportRunWire> {
    await this.imports.pause(runId);
    return presentRun(await this.imports.get(runId), localeOf(request), this.clock.now());
  }

  /** Goes on with a paused import at the row it has come to. */
  @Post(':id/resume')
  @Answers(importRun, { changes: true })
  async resume(
    @Param('id', { schema: id }) runId: Id<'import_run'>,
    @Req() request: KnownRequest,
  ): Promise<ImportRunWire> {
    await this.imports.resume(runId);
    return presentRun(await this.imports.get(runId), localeOf(request), this.clock.now());
  }

  /** What taking it back would do: how much there is, and what people have worked on since. */
  @Get(':id/undo')
  @Answers(importUndoPlan)
  plan(@Param('id', { schema: id }) runId: Id<'import_run'>): Promise<UndoPlan> {
    return this.undo.plan(runId);
  }

  /** Has the worker take back what the import brought and changed, but for what people have worked on since; twice is the same as once. */
  @Post(':id/undo')
  @Answers(importRun, { status: 202, changes: true })
  async takeBack(
    @Param('id', { schema: id }) runId: Id<'import_run'>,
    @Req() request: KnownRequest,
  ): Promise<ImportRunWire> {
    await this.undo.ask(runId);
    return presentRun(await this.imports.get(runId), localeOf(request), this.clock.now());
  }

  @Get()
  @Answers(importRunList)
  async list(@Req() request: KnownRequest): Promise<{ items: ImportRunWire[] }> {
    return { items: (await this.imports.latest()).map((run) => presentRun(run, localeOf(request), this.clock.now())) };
  }

  @Get(':id')
  @Answers(importRun)
  async get(
    @Param('id', { schema: id }) runId: Id<'import_run'>,
    @Req() request: KnownRequest,
  ): Promise<ImportRunWire> {
    return presentRun(await this.imports.get(runId), localeOf(request), this.clock.now());
  }
}

function uploadSchema(more: Record<string, object> = {}) {
  const flag = { type: 'string', enum: ['true', 'false'], default: 'false' };
  const newPassword = { type: 'string', minLength: 12, maxLength: 128 };
  const files = { type: 'array', items: { type: 'string', format: 'binary' } };
  return {
    type: 'object',
    required: ['files', ...Object.keys(more)],
    properties: { dryRun: flag, replaceDemo: flag, newPassword, ...more, files },
  };
}

function previewSchema() {
  const file = { type: 'string', format: 'binary' };
  return {
    type: 'object',
    required: ['files'],
    properties: {
      encoding: { type: 'string', enum: listEncoding.options },
      delimiter: { type: 'string', enum: listDelimiter.options },
      files: file,
    },
  };
}
