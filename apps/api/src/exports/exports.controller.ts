import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bookingsExportQuery, type BookingsExportQuery } from '@tandem/contracts';
import { ExportsReader, type ExportedDays } from '@tandem/exchange';
import { Policy } from '../access/policy';
import { AnswersCsv, download } from './answers-csv';

/** Lists to take along, for spreadsheets and other programs. */
@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsReader) {}

  /** Every opportunity whoever asks may see. */
  @Get('opportunities.csv')
  @Policy('signed_in')
  @AnswersCsv()
  opportunities(): Promise<StreamableFile> {
    return download('opportunities.csv', this.exports.opportunities());
  }

  /** Every booking line of the days asked for: wins, what took them back, credits. */
  @Get('bookings.csv')
  @Policy('signed_in')
  @AnswersCsv()
  bookings(@Query({ schema: bookingsExportQuery }) query: BookingsExportQuery): Promise<StreamableFile> {
    return download('bookings.csv', this.exports.bookings(query as ExportedDays));
  }
}
