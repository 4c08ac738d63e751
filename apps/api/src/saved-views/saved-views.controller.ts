import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  defaultView,
  id,
  newDefaultView,
  newSavedView,
  savedView,
  savedViewList,
  savedViewPatch,
  viewPage,
  type DefaultViewWire,
  type NewSavedView,
  type SavedViewListWire,
  type SavedViewPatch,
  type SavedViewWire,
  type ViewPage,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { SavedViewsReader, SavedViewsService } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch, IfMatchOrNew } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentDefaultView, presentSavedView, presentSavedViews } from './saved-views.presenter';
import { newViewOf, viewPatchOf } from './saved-views.request';

type ViewId = Id<'saved_view'>;

/** Filters of the board and the list of opportunities, kept under a name. */
@ApiTags('saved views')
@Controller('saved-views')
@Policy('keep_views')
export class SavedViewsController {
  constructor(
    private readonly reader: SavedViewsReader,
    private readonly changes: SavedViewsService,
  ) {}

  @Get()
  @Answers(savedViewList)
  async list(): Promise<SavedViewListWire> {
    return presentSavedViews(await this.reader.all());
  }

  @Post()
  @Answers(savedView, { status: 201, changes: true })
  async add(@Body({ schema: newSavedView }) body: NewSavedView): Promise<SavedViewWire> {
    return this.present(await this.changes.add(newViewOf(body)));
  }

  /** What whoever asks begins with on a page; the first one needs no version. */
  @Put('defaults/:page')
  @Answers(defaultView, { changes: true, versioned: 'when_there' })
  async begin(
    @Param('page', { schema: viewPage }) page: ViewPage,
    @IfMatchOrNew() seen: number | null,
    @Body({ schema: newDefaultView }) { viewId }: { viewId: string | null },
  ): Promise<DefaultViewWire> {
    return presentDefaultView(await this.changes.begin(page, viewId as ViewId | null, seen));
  }

  @Patch(':id')
  @Answers(savedView, { changes: true, versioned: true })
  async change(
    @Param('id', { schema: id }) viewId: ViewId,
    @IfMatch() seen: number,
    @Body({ schema: savedViewPatch }) body: SavedViewPatch,
  ): Promise<SavedViewWire> {
    await this.changes.change(viewId, seen, viewPatchOf(body));
    return this.present(viewId);
  }

  @Delete(':id')
  @Answers(null, { changes: true, versioned: true })
  async remove(@Param('id', { schema: id }) viewId: ViewId, @IfMatch() seen: number): Promise<void> {
    await this.changes.remove(viewId, seen);
  }

  private async present(viewId: ViewId): Promise<SavedViewWire> {
    return presentSavedView(await this.reader.get(viewId));
  }
}
